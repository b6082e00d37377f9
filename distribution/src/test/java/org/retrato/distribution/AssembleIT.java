package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assembles distributions with the one in the archive that the build has made: on a machine without a JDK. */
class AssembleIT {

    @TempDir
    private static Path shared;

    private static Archive retrato;
    private static Path huberish;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack_and_build_a_private_loss() throws Exception {
        retrato = Archive.unpack(Archive.built(".tar.gz"), shared.resolve("unpacked"));
        huberish = build("huberish", "1.0.0", "0.5", "Plugin-Provider: the loss team");
    }

    @BeforeEach
    void write_a_specification() throws Exception {
        specify("plugins = classics, styles, huberish.jar", "styles = pop-art, cubist(loss=huberish)", "locked = true");
        Files.copy(huberish, folder.resolve("huberish.jar"));
    }

    @Test
    void what_was_chosen_becomes_an_archive_with_a_lock_and_nothing_else() throws Exception {
        var assembled = assemble();

        assertThat(assembled.exitCode()).as(assembled.printed()).isZero();
        assertThat(Launch.files(folder)).containsExactly("atelier.lock", "atelier.properties", "dist", "huberish.jar");
        assertThat(Launch.files(folder.resolve("dist")))
                .hasSize(2)
                .allMatch(name -> name.matches("atelier-1\\.0\\.0-\\w+-\\w+\\.(tar\\.gz|zip)"));
        var atelier = Archive.unpack(built(folder), folder.resolve("with a blank"));
        assertThat(atelier.home()).hasFileName("atelier-1.0.0");
        assertThat(Launch.files(atelier.home().resolve("plugins")))
                .hasSize(3)
                .contains("huberish-1.0.0.jar")
                .anyMatch(name -> name.contains("classics"))
                .anyMatch(name -> name.contains("styles"));
        assertThat(atelier.home().resolve("retrato.lock")).hasSameTextualContentAs(folder.resolve("atelier.lock"));
        assertThat(atelier.home().resolve("retrato.lock"))
                .content()
                .containsPattern("# from huberish.jar\n\\p{XDigit}{64}  plugins/huberish-1.0.0.jar\n");
        assertThat(atelier.home().resolve("sbom.json")).content().contains("huberish");
        assertThat(atelier.home().resolve("repository")).doesNotExist();
        assertThat(atelier.run(folder, "list", "styles").printed())
                .contains("* pop-art", "* cubist", "  realist", "* offered; pop-art paints unless another is named");
        assertThat(paint(atelier).printed()).isEqualTo("p.png");
        assertThat(atelier.run(folder, "new", "loss", "mine").printed())
                .startsWith("retrato: this distribution cannot begin plugins: it lacks ");
    }

    @Test
    void the_same_specification_and_lock_give_the_same_bytes() throws Exception {
        assemble();
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        for (var name : List.of("atelier.properties", "atelier.lock", "huberish.jar")) {
            Files.copy(folder.resolve(name), elsewhere.resolve(name));
        }

        var again = retrato.run(elsewhere, "assemble", "atelier.properties", "--output", "dist");

        assertThat(again.exitCode()).as(again.printed()).isZero();
        assertThat(sha256(built(elsewhere))).isEqualTo(sha256(built(folder)));
        assertThat(elsewhere.resolve("atelier.lock")).hasSameBinaryContentAs(folder.resolve("atelier.lock"));
    }

    @Test
    void a_jar_that_is_not_what_the_lock_says_is_refused_unless_it_may_be() throws Exception {
        Files.writeString(folder.resolve("atelier.lock"), "0".repeat(64) + "  plugins/huberish-1.0.0.jar\n");

        assertThat(assemble()).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.printed())
                    .contains("plugins/huberish-1.0.0.jar is not what ", "atelier.lock says", "say --update");
        });
        assertThat(Launch.files(folder)).containsExactly("atelier.lock", "atelier.properties", "dist", "huberish.jar");
        assertThat(Launch.files(folder.resolve("dist"))).isEmpty();
    }

    @Test
    void what_does_not_fit_is_refused_with_the_reason_and_a_way_out() throws Exception {
        specify("plugins = classic, styles");
        assertThat(refusal())
                .contains(
                        "no plugin 'classic' is installed; did you mean 'classics'? installed: activations, classics,");
        specify("plugins = classics, none.jar");
        assertThat(refusal()).contains("none.jar", "does not exist");
        specify("plugins = classics");
        assertThat(refusal()).contains("none of the plugins has a style", "add the plugin 'styles'");
        specify("plugins = styles");
        assertThat(refusal()).contains("unknown plugin 'classics'; installed: styles");
        specify("plugins = *", "styles = kubist");
        assertThat(refusal()).contains("unknown style 'kubist'; did you mean 'cubist'?");
        specify("plugins = *, huberish.jar", "java-modules = java.sql");
        assertThat(refusal()).contains("lacks the module java.sql, which the specification needs", "--jdk DIR");
        Files.writeString(folder.resolve("damaged.jar"), "PK no more");
        specify("plugins = *, damaged.jar");
        assertThat(refusal()).contains("damaged.jar", "damaged");
        assertThat(Launch.files(folder.resolve("dist")))
                .as("nothing is left behind")
                .isEmpty();
    }

    @Test
    void what_is_needed_and_was_not_named_comes_along() throws Exception {
        Files.copy(build("leaning", "1.0.0", "2", "Plugin-Dependencies: losses"), folder.resolve("leaning.jar"));
        specify("plugins = classics, styles, leaning.jar", "styles = cubist");

        var assembled = assemble();

        assertThat(assembled.printed())
                .contains(
                        "with losses " + System.getProperty("retrato.version") + ", which is needed and was not named");
        assertThat(assembled.exitCode()).isZero();
    }

    private Archive.Result assemble() throws Exception {
        return retrato.run(folder, "assemble", "atelier.properties", "--output", "dist");
    }

    private String refusal() throws Exception {
        var refused = assemble();
        assertThat(refused.exitCode()).as(refused.printed()).isEqualTo(2);
        return refused.printed();
    }

    private Archive.Result paint(Archive atelier) throws Exception {
        return atelier.run(
                folder,
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
                "p.png");
    }

    private void specify(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("atelier.properties"),
                "name = atelier\nversion = 1.0.0\n" + String.join("\n", lines) + "\n");
    }

    private static Path built(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("dist"))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** Builds a plugin with a loss as a team outside would: against the api alone. */
    private static Path build(String name, String version, String factor, String manifest) throws Exception {
        var sources = Files.createDirectories(shared.resolve(name + version));
        Files.writeString(sources.resolve("module-info.java"), """
                module %1$s {
                    requires org.retrato.api;

                    provides org.retrato.api.Loss with %1$s.Huberish;
                }
                """.formatted(name));
        Files.createDirectories(sources.resolve(name));
        Files.writeString(sources.resolve(name + "/Huberish.java"), """
                package %s;

                import org.retrato.api.*;

                /** Half the squared error. */
                public record Huberish() implements Loss {
                    @Override
                    public Tensor apply(Tensor output, Tensor target) {
                        return output.sub(target).square().mul(%s);
                    }
                }
                """.formatted(name, factor));
        new Shell(Launch.HOME.toAbsolutePath()).run(sources, """
                        javac --module-path "$RETRATO"/lib/retrato-api-*.jar -d classes $(find . -name '*.java')
                        echo '%s' >manifest
                        jar --create --file %s.jar --manifest manifest --module-version %s -C classes .
                        """.formatted(manifest, name, version));
        return sources.resolve(name + ".jar");
    }
}
