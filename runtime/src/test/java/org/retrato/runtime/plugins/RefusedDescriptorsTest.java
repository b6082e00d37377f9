package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDescriptorsTest extends LoadingTest {

    @Test
    void a_flat_jar_without_an_id_is_refused() {
        new JarMaker()
                .loss("x.Sample")
                .services(org.retrato.api.Loss.class, "x.Sample")
                .writeTo(jar("x"));
        assertThat(refused(Problem.MISSING_ID).remedy()).contains("Plugin-Id");
    }

    @Test
    void an_id_with_a_colon_is_refused() {
        JarMaker.flat("x").manifest("Plugin-Id", "x:y").writeTo(jar("x"));
        assertThat(refused(Problem.INVALID_ID).cause()).contains("'x:y'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1.0", "1.0.0.0", "01.0.0"})
    void a_version_that_is_not_semantic_is_refused(String version) {
        JarMaker.flat("x").manifest("Plugin-Version", version).writeTo(jar("x"));
        assertThat(refused(Problem.INVALID_VERSION).cause()).contains("'" + version + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", ">>1", ">=x"})
    void a_malformed_requirement_is_refused(String requirement) {
        JarMaker.flat("x").manifest("Plugin-Requires", requirement).writeTo(jar("x"));
        assertThat(refused(Problem.INVALID_REQUIREMENT).cause()).contains("'Plugin-Requires: " + requirement + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.0.0", "<0.0.1", "^99.0.0"})
    void an_unmet_requirement_is_refused(String requirement) {
        JarMaker.flat("x").manifest("Plugin-Requires", requirement).writeTo(jar("x"));
        assertThat(refused(Problem.UNMET_REQUIREMENT).cause()).contains("this is Retrato " + Api.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.1", "*", ">=0.1.0 & <99.0.0"})
    void a_met_requirement_is_accepted(String requirement) {
        JarMaker.flat("x").manifest("Plugin-Requires", requirement).writeTo(jar("x"));
        assertThat(load().refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@1.0.0", "base@banana", "a b"})
    void a_malformed_dependency_is_refused(String dependency) {
        JarMaker.flat("x").manifest("Plugin-Dependencies", dependency).writeTo(jar("x"));
        assertThat(refused(Problem.INVALID_DEPENDENCY).cause()).contains("'" + dependency + "'");
    }

    @Test
    void a_corrupt_module_descriptor_is_refused() {
        JarMaker.flat("x").file("module-info.class", "not a class").writeTo(jar("x"));
        assertThat(refused(Problem.INVALID_MODULE).cause()).contains("x.jar");
    }

    @Test
    void two_candidates_with_one_id_in_one_folder_are_both_refused() {
        JarMaker.flat("x").writeTo(jar("x"));
        JarMaker.flat("x").manifest("Plugin-Version", "2.0.0").writeTo(jar("x (1)"));
        assertThat(load().refused())
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.DUPLICATE_ID))
                .allSatisfy(refusal -> assertThat(refusal.cause()).contains("x (1).jar and x.jar"));
    }

    @Test
    void of_two_candidates_with_one_id_that_of_the_earlier_folder_wins(@TempDir Path later) throws IOException {
        Files.copy(jar("good"), later.resolve("a.jar"));
        try (var plugins = Plugins.open(List.of(folder, later))) {
            assertThat(plugins.plugins())
                    .extracting(Plugin::path)
                    .containsExactly(jar("good").toRealPath());
            assertThat(plugins.report().refused()).extracting(Refusal::problem).containsExactly(Problem.SHADOWED);
            assertThat(plugins.report().refused().getFirst().cause()).contains("good.jar");
        }
    }

    @Test
    void a_candidate_that_is_refused_for_itself_does_not_take_the_id_from_another(@TempDir Path earlier) {
        JarMaker.flat("good").manifest("Plugin-Requires", "99.0.0").writeTo(earlier.resolve("good.jar"));
        try (var plugins = Plugins.open(List.of(earlier, folder))) {
            assertThat(plugins.plugins()).extracting(Plugin::id).containsExactly("good");
            assertThat(plugins.report().refused())
                    .extracting(Refusal::problem)
                    .containsExactly(Problem.UNMET_REQUIREMENT);
        }
    }

    @Test
    void a_folder_that_is_given_twice_counts_once() {
        try (var plugins = Plugins.open(List.of(folder, folder.resolve(".")))) {
            assertThat(plugins.report().refused()).isEmpty();
        }
    }
}
