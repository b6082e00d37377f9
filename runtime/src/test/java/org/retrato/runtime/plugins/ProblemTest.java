package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource
    void the_guide_says_what_to_do_about_each_problem(Problem problem) throws IOException {
        assertThat(Files.readString(Path.of("../plugins/README.md"))).contains("\n| `" + problem.code() + "` | ");
    }
}
