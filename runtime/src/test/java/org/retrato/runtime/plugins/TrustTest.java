package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {

    private static X509Certificate alice;
    private static X509Certificate bob;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_certificates(@TempDir Path shared) throws Exception {
        var signing = new Signing(shared.resolve("keys"));
        signing.key("alice", "Alice");
        signing.key("bob", "Bob");
        alice = signing.certificate("alice");
        bob = signing.certificate("bob");
    }

    @Test
    void certificates_are_read_whatever_is_written_between_them() throws Exception {
        var file = folder.resolve("trusted.pem");
        Files.writeString(file, "# the author\n" + pem(alice) + "# the publisher\n" + pem(bob) + "# that is all\n");
        assertThat(Trust.read(file).certificates()).containsExactlyInAnyOrder(alice, bob);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Alice\n", "-----BEGIN CERTIFICATE-----\nAlice\n-----END CERTIFICATE-----\n"})
    void a_file_without_certificates_trusts_nobody_and_says_so(String text) throws Exception {
        var file = Files.writeString(folder.resolve("trusted.pem"), text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trust.read(file))
                .withMessageStartingWith("'" + file + "' holds no certificates: ")
                .withMessageEndingWith("each is a text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var file = folder.resolve("trusted.pem");
        assertThatThrownBy(() -> Trust.read(file)).hasMessageContaining(file.toString());
    }

    @Test
    void trust_in_nobody_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trust(Set.of()));
    }

    private static String pem(X509Certificate certificate) throws Exception {
        var text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }
}
