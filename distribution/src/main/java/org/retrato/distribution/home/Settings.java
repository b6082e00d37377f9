package org.retrato.distribution.home;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.retrato.distribution.painting.Choice;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Policy;
import org.retrato.runtime.plugins.Trust;
import org.retrato.runtime.plugins.Versions;

/**
 * Holds what a distribution is called and what it allows.
 *
 * @param name what it is called: letters, digits, {@code .}, {@code _}, {@code -}
 * @param version its own semantic version
 * @param styles the styles that it offers, in the notation of the catalog; the first is the one that paints unless another is
 *     named
 * @param locked whether it refuses to start when it is not what its lock says
 * @param signed whether every plugin must be signed by somebody in {@code trust.pem}
 * @param nativeAccess the ids of the plugins that may call native code
 * @param authoring whether it can begin plugins, for which it brings a repository along
 */
public record Settings(
        String name,
        String version,
        List<String> styles,
        boolean locked,
        boolean signed,
        Set<String> nativeAccess,
        boolean authoring) {

    private static final Pattern NAME = Pattern.compile("\\p{Alpha}[\\p{Alnum}._-]*");

    /** What holds where nothing is said. */
    public static final Settings DEFAULT =
            new Settings("retrato", "0.0.0", List.of(Choice.DEFAULT_STYLE), false, false, Set.of(), true);

    /** The words for it in a file. */
    public static final List<String> KEYS =
            List.of("name", "version", "styles", "locked", "signatures", "native-access", "authoring");

    public Settings {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    "the name '" + name
                            + "' is not the name of a distribution; write letters, digits, '.', '_' and '-', starting with a letter");
        }
        if (!Versions.isVersion(version)) {
            throw new InputException("the version '" + version + "' is not of the form MAJOR.MINOR.PATCH; write 1.0.0");
        }
        styles = List.copyOf(styles);
        nativeAccess = new TreeSet<>(nativeAccess);
    }

    /** Returns the settings of the distribution that runs; the defaults if there is none. */
    public static Settings current() {
        return Home.current().map(Settings::of).orElse(DEFAULT);
    }

    /** Reads the settings of a distribution; the defaults if it has no such file. */
    public static Settings of(Home home) {
        return Files.exists(home.settings()) ? read(home.settings()) : DEFAULT;
    }

    /** Reads a file. */
    public static Settings read(Path file) {
        var properties = PropertiesFile.read(file);
        properties.requireKnown(KEYS);
        return of(properties);
    }

    /** Takes the settings out of a file that may hold more. */
    public static Settings of(PropertiesFile file) {
        return new Settings(
                file.text("name", DEFAULT.name),
                file.text("version", DEFAULT.version),
                file.has("styles") ? file.list("styles") : DEFAULT.styles,
                file.word("locked", List.of("false", "true")).equals("true"),
                file.word("signatures", List.of("optional", "required")).equals("required"),
                Set.copyOf(file.list("native-access")),
                file.word("authoring", List.of("false", "true")).equals("true"));
    }

    /**
     * Returns what plugins may do in a distribution with these settings.
     *
     * @throws InputException if the certificates cannot be read that say whom to trust
     */
    public Policy policy(Home home) {
        try {
            return new Policy(nativeAccess, signed ? Optional.of(Trust.read(home.trust())) : Optional.empty());
        } catch (IllegalArgumentException unreadable) {
            throw new InputException(String.valueOf(unreadable.getMessage()), unreadable);
        } catch (UncheckedIOException unreadable) {
            throw new InputException(
                    unreadable.getMessage() + "; it holds the certificates of those whose plugins may be loaded",
                    unreadable);
        }
    }

    /** Returns the same with other styles. */
    public Settings with(List<String> others) {
        return new Settings(name, version, others, locked, signed, nativeAccess, authoring);
    }

    /** Returns the text of the file that says the same. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("# What this distribution is called and what it allows.");
        lines.add("name = " + name);
        lines.add("version = " + version);
        lines.add("styles = " + String.join(", ", styles));
        lines.add("locked = " + locked);
        lines.add("signatures = " + (signed ? "required" : "optional"));
        lines.add("native-access = " + String.join(", ", nativeAccess));
        lines.add("authoring = " + authoring);
        return String.join("\n", lines).replaceAll("(?m) +$", "") + "\n";
    }
}
