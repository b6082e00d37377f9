package org.retrato.distribution.materials;

import java.util.List;
import java.util.Optional;
import org.retrato.distribution.home.Lock;

/**
 * Is a part of a distribution, a JAR or its Java, with what is known about it; what nobody said is empty.
 *
 * @param path relative to the folder of the distribution, with {@code /}
 * @param sha256 in lower-case hexadecimal; empty for a folder
 * @param name of the artifact, of the plugin, or of the file
 * @param purl its package URL, under which the databases of vulnerabilities know it
 * @param publisher who made it
 * @param license the identifier of SPDX, an expression of such, or else what its author wrote
 * @param id what others call it that need it: the file of a library, the id of a plugin; empty if nobody knows who does
 * @param needs the ids of what it needs
 */
record Material(
        String path,
        String sha256,
        String group,
        String name,
        String version,
        String purl,
        String publisher,
        String license,
        String id,
        List<String> needs) {

    static final String LIBRARIES = "lib/";
    static final String PLUGINS = "plugins/";

    Material {
        needs = List.copyOf(needs);
    }

    /** Describes a JAR of {@code lib/}, of which Maven knew more when it put it there. */
    static Material library(Lock.Entry entry, JarDescription jar, DependencyTree tree) {
        var file = fileName(entry);
        var artifact = tree.artifact(file);
        return of(
                entry,
                jar,
                artifact.or(() -> jar.artifact(file)),
                jar.license().isEmpty() ? artifact.flatMap(KnownLicenses::of).orElse("") : jar.license(),
                artifact.isPresent() ? file : "",
                tree.needs(file));
    }

    /** Describes a JAR of {@code plugins/}: a plugin, or a library that one brings along. */
    static Material plugin(Lock.Entry entry, JarDescription jar) {
        var file = fileName(entry);
        var isPlugin = jar.isPlugin() || entry.path().lastIndexOf('/') == PLUGINS.length() - 1;
        return of(
                entry,
                jar,
                Coordinates.parse(entry.source()).or(() -> jar.artifact(file)),
                jar.license(),
                isPlugin ? (jar.id().isEmpty() ? file : jar.id()) : "",
                jar.needs());
    }

    private static Material of(
            Lock.Entry entry,
            JarDescription jar,
            Optional<Coordinates> artifact,
            String license,
            String id,
            List<String> needs) {
        var name = artifact.map(Coordinates::artifact)
                .orElse(jar.id().isEmpty() ? fileName(entry).replaceFirst("\\.[^.]*$", "") : jar.id());
        var version = artifact.map(Coordinates::version).orElse(jar.version());
        return new Material(
                entry.path(),
                entry.sha256(),
                artifact.map(Coordinates::group).orElse(""),
                name,
                version,
                artifact.map(Coordinates::purl).orElse(Coordinates.genericPurl(name, version)),
                jar.publisher(),
                license,
                id,
                needs);
    }

    private static String fileName(Lock.Entry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }

    /** Returns whether it is the Java, which is a folder. */
    boolean isJava() {
        return sha256.isEmpty();
    }

    /** Returns the folder in which it lies, with {@code /} at its end. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns whether it is a plugin, or a library that a plugin brings along. */
    boolean isOfPlugin() {
        return path.startsWith(PLUGINS);
    }
}
