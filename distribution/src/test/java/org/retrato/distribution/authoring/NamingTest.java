package org.retrato.distribution.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Kind;

class NamingTest {

    @Test
    void class_package_and_component_follow_from_the_name() {
        assertThat(naming("my-optimizer2").values())
                .containsEntry("artifactId", "my-optimizer2")
                .containsEntry("optimizer", "MyOptimizer2")
                .containsEntry("optimizerName", "my-optimizer2")
                .containsEntry("package", "myoptimizer2")
                .containsEntry("groupId", "myoptimizer2");
    }

    @Test
    void a_package_of_ones_own_is_the_group_and_a_path_too() {
        assertThat(Naming.of(Content.LOSS, "soft", Optional.of("org.example.brushes"))
                        .values())
                .containsEntry("loss", "Soft")
                .containsEntry("package", "org.example.brushes")
                .containsEntry("groupId", "org.example.brushes")
                .containsEntry("packageInPathFormat", "org/example/brushes");
    }

    @Test
    void a_plugin_of_several_has_one_of_each_kind() {
        var naming = Naming.of(Content.PLUGIN, "brushes", Optional.empty());
        assertThat(naming.values())
                .containsEntry("activation", "MyActivation")
                .containsEntry("lossName", "my-loss")
                .containsEntry("style", "MyStyle");
        assertThat(naming.component(Kind.STYLE)).isEqualTo("my-style");
    }

    @ParameterizedTest
    @CsvSource({
        "MyOptimizer, my-optimizer",
        "my_optimizer, my-optimizer",
        "adam-2, adam2",
        "2nd-adam, nd-adam",
        "-adam-, adam",
        "my--adam, my-adam",
        "my.adam, my-adam",
        "../adam, adam",
        "my adam, my-adam"
    })
    void a_name_of_other_letters_is_refused_with_one_that_would_do(String name, String better) {
        assertThatThrownBy(() -> naming(name))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("'" + name + "' is no name")
                .hasMessageEndingWith("; did you mean '" + better + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "42", "ñ", "*"})
    void a_name_with_nothing_to_suggest_is_refused_with_an_example(String name) {
        assertThatThrownBy(() -> naming(name))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(", as my-optimizer");
    }

    @ParameterizedTest
    @CsvSource({
        "optimizer, 'a class Optimizer, which org.retrato.api has already; choose another, as ''my-optimizer'''",
        "tensor, which org.retrato.api has already",
        "override, 'a class Override, which java.lang has already'",
        "my-test, 'a class MyTest, which Maven would take for a test'",
        "retrato-swish, 'looks like a part of Retrato itself; choose another, as ''my-swish'''"
    })
    void a_name_that_would_collide_is_refused(String name, String reason) {
        assertThatThrownBy(() -> naming(name))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_name_of_endless_length_is_refused() {
        assertThatThrownBy(() -> naming("a".repeat(61))).hasMessageContaining("61 letters");
    }

    @Test
    void a_name_that_is_a_word_of_java_needs_a_package() {
        assertThatThrownBy(() -> naming("new"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("'new' is no package")
                .hasMessageEndingWith("as --package org.example.brushes");
        assertThat(Naming.of(Content.OPTIMIZER, "new", Optional.of("org.example"))
                        .values())
                .containsEntry("optimizer", "New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "org..example", "org.my-example", "org.2nd", "org.class", "_", "true", "a b"})
    void what_is_no_package_is_refused(String name) {
        assertThatThrownBy(() -> Naming.of(Content.LOSS, "soft", Optional.of(name)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("'" + name + "' is no package");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "java.mine", "jdk.mine", "org.retrato", "org.retrato.api"})
    void a_package_of_others_is_refused(String name) {
        assertThatThrownBy(() -> Naming.of(Content.LOSS, "soft", Optional.of(name)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("belongs to Java or to Retrato itself");
    }

    private static Naming naming(String name) {
        return Naming.of(Content.OPTIMIZER, name, Optional.empty());
    }
}
