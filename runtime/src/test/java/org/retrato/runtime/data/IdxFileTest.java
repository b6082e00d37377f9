package org.retrato.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    private static final String PICTURES = "00000803 00000002 00000001 00000003 00336699ccff";
    private static final String LABELS = "00000801 00000002 0201";

    @TempDir
    private Path folder;

    @Test
    void pictures_and_labels_become_examples() {
        var examples = read("pictures", PICTURES).labelled(read("labels", LABELS));

        assertThat(examples.columns()).containsExactly("input0", "input1", "input2");
        assertThat(examples.inputs()).containsExactly(0f, 0.2f, 0.4f, 0.6f, 0.8f, 1f);
        assertThat(examples.answers()).isInstanceOfSatisfying(Examples.Categories.class, categories -> {
            assertThat(categories.names()).containsExactly("0", "1", "2");
            assertThat(categories.indices()).containsExactly(2, 1);
        });
    }

    @Test
    void a_compressed_file_is_read_as_it_is() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var compressed = new GZIPOutputStream(bytes)) {
            compressed.write(bytes(LABELS));
        }

        assertThat(IdxFile.read(Files.write(folder.resolve("labels.gz"), bytes.toByteArray()))
                        .bytes())
                .containsExactly(2, 1);
    }

    @Test
    void a_file_that_is_not_what_it_says_is_refused() {
        refused(
                "cut",
                "00000803 00000002 00000001 00000003 003366",
                "cut is damaged: it should hold 6 values and holds 3");
        refused("more", LABELS + "00", "more is damaged: it should hold 2 values and holds more");
        refused("short", "000008", "short is cut short: it ends before its header does");
        refused("text", "68656c6c6f", "text is not an IDX file: it does not start with two zeros");
        refused(
                "floats",
                "00000d01 00000001 00000000",
                "floats holds values of IDX type 13; only unsigned bytes (8) are read");
        refused("bomb", "00000802 7fffffff 7fffffff", "bomb says that dimension 1 is 2147483647, which cannot be");
        refused("negative", "00000801 ffffffff", "negative says that dimension 1 is -1, which cannot be");
        assertThatThrownBy(() -> IdxFile.read(folder.resolve("no"))).hasMessageEndingWith("no does not exist");
    }

    @Test
    void labels_of_other_pictures_are_refused() {
        var pictures = read("pictures", PICTURES);
        var labels = read("labels", "00000801 00000003 020100");

        assertThatThrownBy(() -> pictures.labelled(labels)).hasMessageEndingWith("labels has the shape [3]");
    }

    private void refused(String name, String hex, String message) {
        assertThatThrownBy(() -> read(name, hex))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve(message).toString());
    }

    private IdxFile read(String name, String hex) {
        try {
            return IdxFile.read(Files.write(folder.resolve(name), bytes(hex)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
