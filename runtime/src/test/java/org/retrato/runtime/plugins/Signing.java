package org.retrato.runtime.plugins;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Makes keys with the tool of the JDK, and signs JARs with them. */
final class Signing {

    private static final String PASSWORD = "password";

    private final Path file;

    /** Keeps the keys in a file. */
    Signing(Path file) {
        this.file = file;
    }

    /** Makes a key and its certificate, which is signed with the key itself unless the options say otherwise. */
    void key(String alias, String name, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + name));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalArgumentException(printed);
        }
    }

    /** Signs a JAR, besides those who have signed it already. */
    void sign(Path jar, String alias) throws Exception {
        var signed = jar.resolveSibling("signed");
        try (var in = new ZipFile(jar.toFile());
                var out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(entry(alias)).signerName(alias).build().sign(in, out);
        }
        Files.move(signed, jar, REPLACE_EXISTING);
    }

    /** Returns the certificate of a key. */
    X509Certificate certificate(String alias) throws Exception {
        return (X509Certificate) entry(alias).getCertificate();
    }

    private PrivateKeyEntry entry(String alias) throws Exception {
        var protection = new PasswordProtection(PASSWORD.toCharArray());
        return (PrivateKeyEntry)
                KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()).getEntry(alias, protection);
    }
}
