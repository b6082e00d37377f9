package org.retrato.distribution.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.retrato.distribution.painting.InputException;

/** Is the folder of a distribution, and knows where in it things are. */
public record Home(Path folder) {

    /** Returns the folder from which Retrato was started; none where the launcher did not tell, as in tests. */
    public static Optional<Home> current() {
        return Optional.ofNullable(System.getProperty("retrato.home"))
                .map(Path::of)
                .map(Home::new);
    }

    /** Returns the folder from which Retrato was started, for what cannot be done without. */
    public static Home required() {
        return current()
                .orElseThrow(() -> new InputException(
                        "this needs the folder of a distribution; start Retrato with its bin/retrato"));
    }

    /** Returns the folder with the launcher. */
    public Path bin() {
        return folder.resolve("bin");
    }

    /** Returns the folder with the modules of the application. */
    public Path lib() {
        return folder.resolve("lib");
    }

    /** Returns the folder with the distribution's own plugins. */
    public Path plugins() {
        return folder.resolve("plugins");
    }

    /** Returns the folder of Maven artifacts with which new plugins are built; a distribution may do without. */
    public Path repository() {
        return folder.resolve("repository");
    }

    /** Returns the folder of the Java that the distribution brings along, if it does. */
    public Optional<Path> java() {
        return Optional.of(folder.resolve("jdk")).filter(Files::isDirectory);
    }

    /** Returns the file of the {@link Settings}. */
    public Path settings() {
        return folder.resolve("retrato.properties");
    }

    /** Returns the file of the {@link Lock}. */
    public Path lock() {
        return folder.resolve("retrato.lock");
    }

    /** Returns the file that tells other programs what the distribution is made of. */
    public Path billOfMaterials() {
        return folder.resolve("sbom.json");
    }

    /** Returns the folder with the licenses of all that is in it. */
    public Path licenses() {
        return folder.resolve("licenses");
    }

    /** Returns the file with the certificates of those whose plugins are trusted. */
    public Path trust() {
        return folder.resolve("trust.pem");
    }
}
