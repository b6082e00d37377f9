package org.retrato.distribution.materials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Apache-2.0 | Apache-2.0",
                "apache-2.0 | Apache-2.0",
                "Apache License, Version 2.0 | Apache-2.0",
                "The Apache Software License, Version 2.0 | Apache-2.0",
                "Apache License 2.0 | Apache-2.0",
                "Apache 2 | Apache-2.0",
                "http://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
                "\"Apache-2.0\";link=\"https://www.apache.org/licenses/LICENSE-2.0.txt\" | Apache-2.0",
                "BSD-3-Clause;link=https://asm.ow2.io/LICENSE.txt | BSD-3-Clause",
                "The MIT License | MIT",
                "https://opensource.org/license/mit | MIT",
                "https://www.eclipse.org/legal/epl-2.0/ | EPL-2.0",
            })
    void common_names_of_a_license_have_an_identifier(String name, String id) {
        assertThat(Spdx.of(name)).isEqualTo(id);
        assertThat(Spdx.isId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Apache-2.0 AND Commons Clause",
                "not Apache 2.0",
                "MIT, but not for you",
                "Apache 1.1",
                "https://example.org/not/MIT",
                "a",
                ""
            })
    void what_is_almost_the_name_of_a_license_stays_as_it_is(String name) {
        assertThat(Spdx.of(name)).isEqualTo(name);
        assertThat(Spdx.isId(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EPL-2.0 OR Apache-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", "MIT AND ISC AND Zlib"})
    void an_expression_joins_identifiers(String expression) {
        assertThat(Spdx.isExpression(expression)).isTrue();
        assertThat(Spdx.of(expression)).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIT", "MIT OR", "MIT OR Nothing", "MIT ISC", "OR OR OR", "MIT  OR ISC", ""})
    void what_only_looks_like_one_is_no_expression(String text) {
        assertThat(Spdx.isExpression(text)).isFalse();
    }
}
