package org.retrato.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeNameTest {
    @TempDir
    private Path folder;

    @Test
    void a_name_is_numbered_from_2_when_it_is_taken() throws IOException {
        var path = folder.resolve("portrait.png");

        assertThat(FreeName.of(path)).isEqualTo(path);
        Files.createFile(path);
        assertThat(FreeName.of(path)).isEqualTo(folder.resolve("portrait-2.png"));
        Files.createFile(folder.resolve("portrait-2.png"));
        assertThat(FreeName.of(path)).isEqualTo(folder.resolve("portrait-3.png"));
    }

    @Test
    void a_name_without_an_ending_is_numbered_at_its_end() throws IOException {
        Files.createFile(folder.resolve("work"));
        Files.createFile(folder.resolve(".hidden"));

        assertThat(FreeName.of(folder.resolve("work"))).hasFileName("work-2");
        assertThat(FreeName.of(folder.resolve(".hidden"))).hasFileName(".hidden-2");
    }
}
