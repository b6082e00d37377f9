package org.retrato.distribution.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.runtime.data.DataException;

class ArchiveTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void tar_unpacks_what_was_packed() throws Exception {
        var tree = Tree.of(folder.resolve("tree"), Instant.now());
        var archive = folder.resolve("tree.tar.gz");
        Archive.tarGz(tree, "atelier-1.0.0", TIME, archive);

        var unpacked = unpack(archive).resolve("atelier-1.0.0");
        assertThat(Tree.lines(unpacked)).isEqualTo(Tree.lines(tree)).hasSizeGreaterThan(12);
        assertThat(Files.getLastModifiedTime(unpacked.resolve("bin/start")).toInstant())
                .isEqualTo(TIME);
    }

    @Test
    void a_zip_has_what_was_packed_with_the_modes_of_unix() throws Exception {
        var tree = Tree.of(folder.resolve("tree"), Instant.now());
        var archive = folder.resolve("tree.zip");
        Archive.zip(tree, "atelier", TIME, archive);

        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(text(zip, "atelier/bin/start")).isEqualTo("#!/bin/sh\n");
            assertThat(text(zip, "atelier/textos/Añade €.txt")).isEqualTo("ñ");
            assertThat(text(zip, "atelier/lib/link")).isEqualTo("../bin/start");
            assertThat(zip.stream())
                    .allMatch(entry -> entry.getTimeLocal().toString().equals("2026-01-01T00:00"))
                    .extracting(ZipEntry::getName)
                    .isSorted();
        }
        assertThat(modes(archive))
                .containsEntry("atelier/", "40755")
                .containsEntry("atelier/nothing in it/", "40755")
                .containsEntry("atelier/bin/start", "100755")
                .containsEntry("atelier/lib/some jar.jar", "100644")
                .containsEntry("atelier/lib/link", "120777")
                .hasSize(Tree.lines(tree).size());
    }

    @Test
    void the_bytes_depend_on_neither_place_nor_time_nor_time_zone() throws Exception {
        var one = Tree.of(folder.resolve("one"), Instant.parse("2001-02-03T04:05:06Z"));
        var other = Tree.of(folder.resolve("another place"), Instant.now());
        Archive.tarGz(one, "atelier", TIME, folder.resolve("one.tar.gz"));
        Archive.zip(one, "atelier", TIME, folder.resolve("one.zip"));

        var here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Archive.tarGz(other, "atelier", TIME, folder.resolve("other.tar.gz"));
            Archive.zip(other, "atelier", TIME, folder.resolve("other.zip"));
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(folder.resolve("other.tar.gz")).hasSameBinaryContentAs(folder.resolve("one.tar.gz"));
        assertThat(folder.resolve("other.zip")).hasSameBinaryContentAs(folder.resolve("one.zip"));
    }

    @Test
    void what_cannot_be_packed_is_named_and_the_archive_of_before_stays() throws Exception {
        var tree = Files.createDirectories(folder.toRealPath().resolve("tree"));
        var archive = Files.writeString(folder.resolve("tree.zip"), "of before");

        for (var target : new String[] {"../outside", tree.resolve("inside").toString()}) {
            var link = Files.createSymbolicLink(tree.resolve("link"), Path.of(target));
            assertThatThrownBy(() -> Archive.zip(tree, "tree", TIME, archive))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(link + ": it is a link to " + target + ", out of " + tree);
            Files.delete(link);
        }
        var pipe = tree.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> Archive.tarGz(tree, "tree", TIME, archive))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(pipe + ": it is neither a file nor a folder");

        assertThat(archive).hasContent("of before");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Archive.tarGz(folder.resolve("nowhere"), "tree", TIME, folder.resolve("tree.tar.gz")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nowhere");
    }

    /** Unpacks with the program that users have. */
    private Path unpack(Path archive) throws Exception {
        var unpacked = Files.createDirectory(folder.resolve("unpacked"));
        var process = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", unpacked.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(process.waitFor()).isZero();
        return unpacked;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    /** Returns the Unix modes by name, in octal, from the directory at the end of a zip; Java does not tell them. */
    private static Map<String, String> modes(Path archive) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
        var modes = new LinkedHashMap<String, String>();
        var at = bytes.getInt(bytes.limit() - 6); // where the last record of a zip without a comment has it
        while (bytes.getInt(at) == 0x02014b50) {
            assertThat(bytes.get(at + 5)).as("made by Unix").isEqualTo((byte) 3);
            var name = new byte[bytes.getShort(at + 28)];
            bytes.get(at + 46, name);
            modes.put(new String(name, UTF_8), Integer.toOctalString(bytes.getInt(at + 38) >>> 16));
            at += 46 + name.length + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return modes;
    }
}
