package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is called a JAR and is no file, or no file any more. */
class UnreadableFilesTest extends LoadingTest {

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_is_refused_rather_than_waited_for() throws Exception {
        var made = new ProcessBuilder("mkfifo", jar("pipe").toString()).start().waitFor(10, TimeUnit.SECONDS);
        assertThat(made).isTrue();
        assertThat(refused(Problem.NOT_A_JAR).cause()).isEqualTo("pipe.jar is not a file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_that_leads_nowhere_or_to_itself_is_refused() throws IOException {
        Files.createSymbolicLink(jar("nowhere"), Path.of("elsewhere.jar"));
        assertThat(refused(Problem.UNREADABLE).cause()).contains("a link that leads nowhere");
        Files.delete(jar("nowhere"));
        Files.createSymbolicLink(jar("loop"), jar("loop"));
        assertThat(refused(Problem.UNREADABLE).cause()).startsWith("loop.jar cannot be read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_to_the_folder_itself_does_not_take_the_ids_of_those_in_it() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
        assertThat(refused(Problem.UNREADABLE).cause()).isEqualTo("the folder is a link to one that it lies in");
        Files.delete(folder.resolve("loop"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("..").resolve(folder.getFileName()));
        refused(Problem.UNREADABLE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_to_a_folder_elsewhere_is_followed() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve(".elsewhere"));
        JarMaker.flat("x").writeTo(elsewhere.resolve("x.jar"));
        Files.createSymbolicLink(folder.resolve("x"), elsewhere);
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void a_file_that_was_there_when_the_folder_was_listed_is_refused() {
        assertThat(Inspection.ofOne(jar("gone")).refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.UNREADABLE);
            assertThat(refusal.cause()).startsWith("gone.jar was removed meanwhile");
        });
    }

    @Test
    void what_takes_all_memory_is_refused() {
        var refusals = new Refusals();
        assertThat(refusals.attempt(jar("x"), () -> new long[Integer.MAX_VALUE]))
                .isEmpty();
        assertThat(refusals.sorted()).singleElement().satisfies(refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.BROKEN_PLUGIN);
            assertThat(refusal.cause()).contains("OutOfMemoryError");
        });
    }
}
