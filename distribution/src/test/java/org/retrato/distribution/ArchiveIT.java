package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks the archive that the build has made, in a folder with a blank in its name, and does with it what users do. */
class ArchiveIT {

    private static final long LARGEST = 75_000_000;

    @TempDir
    private static Path shared;

    private static Archive archive;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws Exception {
        archive = Archive.unpack(Archive.built(".tar.gz"), shared.resolve("my atelier"));
    }

    @BeforeEach
    void nothing_is_changed() throws Exception {
        assertThat(archive.run(folder, "--locked", "--version").exitCode()).isZero();
    }

    @Test
    void it_runs_on_the_java_that_it_brings_along() throws Exception {
        assertThat(archive.run(folder, "--version").printed())
                .startsWith("retrato " + System.getProperty("retrato.version"));
        assertThat(paint()).isEqualTo(new Archive.Result(0, "p.png"));
        assertThat(folder.resolve("p.png")).isNotEmptyFile();
        assertThat(archive.run(folder, "doctor").printed()).endsWith("5 accepted, 0 refused");
    }

    @Test
    void it_is_small_and_has_all_that_it_should() throws Exception {
        assertThat(archive.size()).isLessThanOrEqualTo(LARGEST);
        assertThat(Launch.files(archive.home()))
                .containsExactly(
                        "bin",
                        "jdk",
                        "lib",
                        "licenses",
                        "plugins",
                        "repository",
                        "retrato.lock",
                        "retrato.properties",
                        "sbom.json");
        assertThat(archive.home().resolve("jdk/legal/java.base/LICENSE")).isNotEmptyFile();
        assertThat(archive.home().resolve("bin/retrato.bat")).isNotEmptyFile();
    }

    @Test
    void both_archives_hold_the_same() throws Exception {
        var zip = folder.resolve("zip");
        Files.createDirectory(zip);
        var process = new ProcessBuilder(
                        "unzip", "-q", Archive.built(".zip").toAbsolutePath().toString())
                .directory(zip.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        var other = zip.resolve(archive.home().getFileName());
        var difference = new ProcessBuilder("diff", "-r", archive.home().toString(), other.toString())
                .inheritIO()
                .start();

        assertThat(difference.waitFor()).isZero();
        assertThat(other.resolve("bin/retrato")).isExecutable();
        assertThat(other.resolve("jdk/bin/java")).isExecutable();
    }

    @Test
    void a_jar_that_was_changed_is_named_and_refused_when_locked() throws Exception {
        var plugin = archive.file("plugins", "retrato-losses");
        var original = Files.readAllBytes(plugin);
        var name = "plugins/" + plugin.getFileName();
        Files.write(plugin, withAnotherEntry(original));
        try {
            assertThat(archive.run(folder, "list", "losses").printed())
                    .startsWith("retrato: " + name + " was changed: it is not what retrato.lock says\n")
                    .contains("dice");
            var locked = archive.run(folder, "list", "losses", "--locked");
            assertThat(locked.exitCode()).isEqualTo(3);
            assertThat(locked.printed()).contains(name).doesNotContain("dice");
        } finally {
            Files.write(plugin, original);
        }
    }

    @Test
    void a_jar_that_was_added_or_removed_is_named_and_refused_when_locked() throws Exception {
        var plugin = archive.file("plugins", "retrato-losses");
        var library = archive.file("lib", "slf4j-nop");
        var added = plugin.resolveSibling("added.jar");
        var hidden = folder.resolve("hidden.jar");
        Files.move(plugin, added);
        Files.move(library, hidden);
        try {
            var locked = archive.run(folder, "paint", "--locked");
            assertThat(locked.exitCode()).isEqualTo(3);
            assertThat(locked.printed().lines().toList())
                    .startsWith(
                            "retrato: lib/" + library.getFileName() + " is missing: retrato.lock lists it",
                            "retrato: plugins/added.jar was added: it is not in retrato.lock",
                            "retrato: plugins/" + plugin.getFileName() + " is missing: retrato.lock lists it");
            assertThat(Launch.files(folder)).containsExactly("hidden.jar");
        } finally {
            Files.move(added, plugin);
            Files.move(hidden, library);
        }
    }

    @Test
    void when_locked_no_other_plugins_are_let_in() throws Exception {
        var other = Files.createDirectory(folder.resolve("others"));
        Files.copy(archive.file("plugins", "retrato-losses"), other.resolve("losses.jar"));

        var locked = archive.run(folder, "list", "--locked", "--plugins", "others");

        assertThat(locked)
                .isEqualTo(new Archive.Result(
                        2, "retrato: only what retrato.lock lists may run here; leave --plugins out"));
    }

    @Test
    void a_distribution_can_be_locked_by_itself() throws Exception {
        var settings = archive.home().resolve("retrato.properties");
        var lock = archive.home().resolve("retrato.lock");
        var original = Files.readAllBytes(settings);
        var originalLock = Files.readAllBytes(lock);
        Files.writeString(settings, Files.readString(settings).replace("locked = false", "locked = true"));
        try {
            var refused = archive.run(folder, "list");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.printed())
                    .startsWith("retrato: retrato.properties was changed: it is not what retrato.lock says\n");
        } finally {
            Files.write(settings, original);
            Files.write(lock, originalLock);
        }
    }

    @Test
    void moved_it_runs_as_before() throws Exception {
        var elsewhere = shared.resolve("elsewhere");
        var here = archive.home();
        var moved = new Archive(Files.move(here, elsewhere, StandardCopyOption.ATOMIC_MOVE));
        try {
            assertThat(moved.run(folder, "--locked", "list", "styles").printed())
                    .contains("  realist");
        } finally {
            Files.move(elsewhere, here, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Test
    void in_a_folder_that_cannot_be_written_it_runs_as_before() throws Exception {
        permissions(archive.home(), "a-w");
        try {
            assertThat(paint().exitCode()).isZero();
        } finally {
            permissions(archive.home(), "u+w");
        }
    }

    /** Returns a JAR that does all that another does. */
    private static byte[] withAnotherEntry(byte[] jar) throws Exception {
        var changed = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar));
                var out = new ZipOutputStream(changed)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("more"));
        }
        return changed.toByteArray();
    }

    private static void permissions(Path folder, String change) throws Exception {
        assertThat(new ProcessBuilder("chmod", "-R", change, folder.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private Archive.Result paint() throws Exception {
        return archive.run(
                folder,
                List.of(
                                "paint",
                                "--size",
                                "16",
                                "--steps",
                                "2",
                                "--batch",
                                "64",
                                "--width",
                                "16",
                                "--quiet",
                                "--output",
                                "p.png")
                        .toArray(String[]::new));
    }
}
