package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.TAMPERED;
import static org.retrato.runtime.plugins.Problem.UNREADABLE;
import static org.retrato.runtime.plugins.Problem.UNSIGNED;
import static org.retrato.runtime.plugins.Problem.UNTRUSTED;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requires that all of a JAR is signed by someone who is trusted. */
final class Signatures {

    /** What holds the signatures is not signed itself. */
    private static final Pattern SIGNATURE =
            Pattern.compile("(?i)META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(SF|DSA|RSA|EC))");

    private final Trust trust;
    private final Map<CodeSigner, Optional<String>> objections = new HashMap<>();
    private final Jar jar;

    private Signatures(Jar jar, Trust trust) {
        this.jar = jar;
        this.trust = trust;
    }

    /** Refuses a JAR of which anything is not signed, was altered, or is signed by somebody else. */
    static void require(Jar jar, Trust trust) {
        try (var file = new JarFile(jar.path().toFile(), true)) {
            new Signatures(jar, trust).check(file);
        } catch (SecurityException altered) {
            throw altered(jar.path(), altered.getMessage());
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
        requireUnchanged(jar);
    }

    /** Refuses a JAR that is no longer the one that was read. */
    static void requireUnchanged(Jar jar) {
        try {
            if (!Sha256.of(jar.path()).equals(jar.sha256())) {
                throw tampered(jar.path(), "has changed since it was read");
            }
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    private void check(JarFile file) throws IOException {
        for (var entry : Collections.list(file.entries())) {
            if (!SIGNATURE.matcher(entry.getName()).matches() && !(entry.isDirectory() && entry.getSize() == 0)) {
                check(file, entry);
            }
        }
        var manifest = file.getManifest();
        if (manifest == null) {
            throw unsigned("it is empty");
        }
        for (var name : manifest.getEntries().keySet()) {
            if (file.getEntry(name) == null) {
                throw altered(jar.path(), name + " is missing");
            }
        }
        if (jar.attributes().containsKey("Class-Path")) {
            throw new RefusedException(
                    UNSIGNED,
                    name() + " names a 'Class-Path' in its manifest, and nobody would look at what lies there",
                    "put the libraries into a folder together with the plugin, and sign them, too");
        }
    }

    private void check(JarFile file, JarEntry entry) throws IOException {
        try (var in = file.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream()); // which is when Java compares
        }
        var signers = entry.getCodeSigners();
        if (signers == null) {
            throw unsigned(entry.getName() + " is not");
        }
        String objection = "";
        for (var signer : signers) {
            var own = objections.computeIfAbsent(signer, trust::objection);
            if (own.isEmpty()) {
                return;
            }
            objection = own.get();
        }
        throw new RefusedException(
                UNTRUSTED,
                name() + " is signed by " + objection,
                "install one that is signed by someone trusted, or have the certificate added to those that are");
    }

    private RefusedException unsigned(String what) {
        return new RefusedException(
                UNSIGNED,
                name() + " is not signed, or not all of it: " + what,
                "install a JAR whose entries are all signed; jarsigner does that, as the last thing in a build");
    }

    private String name() {
        return jar.name();
    }

    /** Returns the refusal of a JAR that is not what was signed. */
    static RefusedException altered(Path jar, @Nullable String what) {
        return tampered(jar, "was altered after it was signed: " + what);
    }

    private static RefusedException tampered(Path jar, String what) {
        return new RefusedException(TAMPERED, jar.getFileName() + " " + what, "get it again from whoever signed it");
    }

    private static RefusedException unreadable(Jar jar, IOException e) {
        return new RefusedException(
                UNREADABLE, jar.path().getFileName() + " cannot be read: " + e.getMessage(), "check its permissions");
    }
}
