package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a folder in which a good plugin lies, and checks that it is loaded whatever lies beside it. */
abstract class LoadingTest {

    private static Path good;

    @TempDir
    Path folder;

    @BeforeAll
    static void make_the_good_plugin(@TempDir Path shared) {
        good = JarMaker.modular("good").writeTo(shared.resolve("good.jar"));
    }

    @BeforeEach
    void put_the_good_plugin_into_the_folder() throws IOException {
        Files.copy(good, folder.resolve("good.jar"));
    }

    /** Returns what becomes of the plugins in the folder. */
    LoadReport load() {
        try (var plugins = Plugins.open(List.of(folder))) {
            assertThat(plugins.plugins()).extracting(Plugin::id).contains("good");
            return plugins.report();
        }
    }

    /** Loads the plugins of the folder, all but the good one of which are refused, and returns the only refusal. */
    Refusal refused(Problem problem) {
        var report = load();
        assertThat(report.accepted()).extracting(Plugin::id).containsExactly("good");
        assertThat(report.refused()).hasSize(1).extracting(Refusal::problem).containsExactly(problem);
        return report.refused().getFirst();
    }

    Path jar(String name) {
        return folder.resolve(name + ".jar");
    }
}
