package org.retrato.distribution.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.PropertiesFile;
import org.retrato.runtime.data.DataException;

/** Reads what the Java that a distribution brings along says of itself. */
final class BundledJava {

    private static final String NAME = "openjdk";
    private static final String LICENSE = "GPL-2.0-only WITH Classpath-exception-2.0";

    private BundledJava() {}

    /** Returns the Java in a distribution, if there is one. */
    static Optional<Material> of(Home home) {
        return home.java().map(folder -> {
            var release = PropertiesFile.read(folder.resolve("release"));
            var version = text(release, "JAVA_RUNTIME_VERSION", text(release, "JAVA_VERSION", ""));
            return new Material(
                    home.folder().relativize(folder).toString(),
                    "",
                    "",
                    NAME,
                    version,
                    Coordinates.genericPurl(NAME, version),
                    text(release, "IMPLEMENTOR", ""),
                    isOpen(folder) ? LICENSE : "",
                    "",
                    List.of());
        });
    }

    private static String text(PropertiesFile release, String key, String otherwise) {
        return release.text(key, otherwise).replace("\"", "");
    }

    /** Returns whether it is under the license of OpenJDK; there are builds under others. */
    private static boolean isOpen(Path folder) {
        var license = folder.resolve("legal/java.base/LICENSE");
        try {
            return Files.exists(license) && Files.readString(license).contains("\"CLASSPATH\" EXCEPTION TO THE GPL");
        } catch (IOException failure) {
            throw new DataException("cannot read " + license + ": " + failure.getMessage(), failure);
        }
    }
}
