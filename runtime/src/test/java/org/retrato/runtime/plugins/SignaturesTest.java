package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads a signed plugin where signatures are required. */
class SignaturesTest {

    private static Signing signing;
    private static Path unsigned;

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeAll
    static void make_keys(@TempDir Path shared) throws Exception {
        signing = new Signing(shared.resolve("keys"));
        signing.key("alice", "Alice");
        signing.key("studio", "Studio", "-ext", "bc:c");
        signing.key("bob", "Bob", "-signer", "studio");
        signing.key("server", "Server", "-signer", "studio", "-ext", "eku=serverAuth");
        signing.key("late", "Late", "-signer", "studio", "-startdate", "-10d", "-validity", "5");
        signing.key("false studio", "Studio", "-ext", "bc:c");
        signing.key("mallory", "Mallory", "-signer", "false studio");
        unsigned = JarMaker.modular("x")
                .file("x/Texts.properties", "sample = A sample.")
                .loss("x.Sample", "static { System.setProperty(\"x.Sample\", \"loaded\"); }")
                .writeTo(shared.resolve("x.jar"));
    }

    @BeforeEach
    void put_the_plugin_into_the_folder() throws IOException {
        jar = Files.copy(unsigned, folder.resolve("x.jar"));
        System.clearProperty("x.Sample");
    }

    @Test
    void one_signed_by_someone_trusted_is_loaded() throws Exception {
        signing.sign(jar, "alice");
        assertThat(load("alice", "studio").accepted()).hasSize(1);
    }

    @Test
    void one_signed_by_someone_with_a_certificate_from_someone_trusted_is_loaded() throws Exception {
        signing.sign(jar, "bob");
        assertThat(load("studio").accepted()).hasSize(1);
    }

    @Test
    void one_signed_by_two_is_loaded_if_either_is_trusted() throws Exception {
        signing.sign(jar, "mallory");
        signing.sign(jar, "alice");
        assertThat(load("alice").accepted()).hasSize(1);
    }

    @Test
    void one_that_is_not_signed_is_refused() throws Exception {
        assertThat(refused(Problem.UNSIGNED, "alice"))
                .isEqualTo("x.jar is not signed, or not all of it: " + "module-info.class is not");
    }

    @Test
    void one_signed_by_somebody_else_is_refused() throws Exception {
        signing.sign(jar, "alice");
        assertThat(refused(Problem.UNTRUSTED, "studio")).startsWith("x.jar is signed by CN=Alice: ");
    }

    @Test
    void one_whose_certificate_comes_from_a_namesake_of_someone_trusted_is_refused() throws Exception {
        signing.sign(jar, "mallory");
        assertThat(refused(Problem.UNTRUSTED, "studio")).startsWith("x.jar is signed by CN=Mallory: ");
    }

    @Test
    void one_signed_with_a_certificate_that_is_for_something_else_is_refused() throws Exception {
        signing.sign(jar, "server");
        assertThat(refused(Problem.UNTRUSTED, "studio"))
                .isEqualTo("x.jar is signed by CN=Server: the certificate is not for this use");
    }

    @Test
    void one_whose_certificate_has_expired_is_refused() throws Exception {
        signing.sign(jar, "late");
        for (var trusted : List.of("studio", "late")) {
            assertThat(refused(Problem.UNTRUSTED, trusted))
                    .matches("x.jar is signed by CN=Late: the certificate of CN=Late is valid from \\S+ to \\S+ only");
        }
    }

    @Test
    void one_whose_certificate_has_expired_since_is_good_if_someone_trusted_stamped_the_time() throws Exception {
        var stamped = JarReader.read(resource("stamped.jar"));
        var early = Trust.read(resource("early.pem")).certificates();
        var both = new HashSet<>(Trust.read(resource("clock.pem")).certificates());
        both.addAll(early);

        Signatures.require(stamped, new Trust(both));

        assertThatThrownBy(() -> Signatures.require(stamped, new Trust(early)))
                .hasMessageMatching(
                        "stamped.jar is signed by CN=Early: the certificate of CN=Early is valid from \\S+ to \\S+ only");
    }

    @Test
    void an_entry_that_was_added_after_signing_is_found() throws Exception {
        signing.sign(jar, "alice");
        edit("x/Texts_es.properties", "sample = Una muestra.");
        assertThat(refused(Problem.UNSIGNED, "alice")).endsWith("x/Texts_es.properties is not");
    }

    @Test
    void an_entry_that_was_altered_after_signing_is_found() throws Exception {
        signing.sign(jar, "alice");
        edit("x/Texts.properties", "sample = Something else.");
        assertThat(refused(Problem.TAMPERED, "alice"))
                .startsWith("x.jar was altered after it was signed: ")
                .contains("x/Texts.properties");
    }

    @Test
    void an_entry_that_was_removed_after_signing_is_missed() throws Exception {
        signing.sign(jar, "alice");
        try (var files = FileSystems.newFileSystem(jar)) {
            Files.delete(files.getPath("x/Texts.properties"));
        }
        assertThat(refused(Problem.TAMPERED, "alice")).endsWith("x/Texts.properties is missing");
    }

    @Test
    void a_manifest_that_was_altered_after_signing_is_found() throws Exception {
        signing.sign(jar, "alice");
        try (var files = FileSystems.newFileSystem(jar)) {
            var manifest = files.getPath("META-INF/MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest).replace("1.0.0", "1.0.9"));
        }
        assertThat(refused(Problem.TAMPERED, "alice")).startsWith("x.jar was altered after it was signed: ");
    }

    @Test
    void a_library_in_the_folder_of_a_plugin_must_be_signed_too() throws Exception {
        signing.sign(jar, "alice");
        var plugin = Files.createDirectory(folder.resolve("plugin"));
        Files.move(jar, plugin.resolve("x.jar"));
        var library =
                new JarMaker().source("library.Help", "public class Help {}").writeTo(plugin.resolve("y.jar"));
        assertThat(refused(Problem.UNSIGNED, "alice")).startsWith("y.jar is not signed");
        signing.sign(library, "alice");
        assertThat(load("alice").accepted()).hasSize(1);
    }

    @Test
    void a_jar_beside_the_plugin_is_not_let_in_by_its_manifest() throws Exception {
        JarMaker.flat("x").manifest("Class-Path", "library.jar").writeTo(jar);
        signing.sign(jar, "alice");
        assertThat(refused(Problem.UNSIGNED, "alice")).contains("'Class-Path'");
    }

    @Test
    void one_that_is_replaced_after_it_was_read_is_not_linked() throws Exception {
        signing.sign(jar, "alice");
        var read = JarReader.read(jar);
        Signatures.require(read, trust("alice"));
        Files.copy(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Signatures.requireUnchanged(read)).hasMessage("x.jar has changed since it was read");
    }

    @Test
    void without_a_policy_nobody_has_to_sign() {
        try (var plugins = Plugins.open(List.of(folder))) {
            assertThat(plugins.report().accepted()).hasSize(1);
        }
    }

    private LoadReport load(String... trusted) throws Exception {
        var policy = new Policy(Set.of(), Optional.of(trust(trusted)));
        try (var plugins = Plugins.open(List.of(folder), policy)) {
            return plugins.report();
        }
    }

    /** Returns why the plugin was refused before any of its code ran. */
    private String refused(Problem problem, String... trusted) throws Exception {
        var report = load(trusted);
        assertThat(report.accepted()).isEmpty();
        assertThat(report.refused()).extracting(Refusal::problem).containsExactly(problem);
        assertThat(System.getProperty("x.Sample")).isNull();
        return report.refused().getFirst().cause();
    }

    private static Trust trust(String... aliases) throws Exception {
        var certificates = new HashSet<X509Certificate>();
        for (var alias : aliases) {
            certificates.add(signing.certificate(alias));
        }
        return new Trust(certificates);
    }

    private static Path resource(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(SignaturesTest.class.getResource(name)).toURI());
    }

    private void edit(String entry, String text) throws IOException {
        try (var files = FileSystems.newFileSystem(jar)) {
            Files.writeString(files.getPath(entry), text);
        }
    }
}
