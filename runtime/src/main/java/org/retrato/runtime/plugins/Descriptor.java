package org.retrato.runtime.plugins;

import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_DEPENDENCIES;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_ID;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_REQUIRES;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_VERSION;
import static org.retrato.runtime.plugins.Problem.INVALID_DEPENDENCY;
import static org.retrato.runtime.plugins.Problem.INVALID_ID;
import static org.retrato.runtime.plugins.Problem.INVALID_MANIFEST;
import static org.retrato.runtime.plugins.Problem.INVALID_REQUIREMENT;
import static org.retrato.runtime.plugins.Problem.INVALID_VERSION;
import static org.retrato.runtime.plugins.Problem.MISSING_ID;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the manifest of a plugin says about it; what that lacks, from its module. */
record Descriptor(Jar jar) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
    private static final Pattern FULL_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 10_000;

    String id() {
        var id = text(PLUGIN_ID);
        if (id.isEmpty() && jar.module() != null) {
            id = jar.module().descriptor().name();
        }
        if (id.isEmpty()) {
            throw new RefusedException(
                    MISSING_ID,
                    jar.name() + " has no 'Plugin-Id' in its manifest, and is no module",
                    "add 'Plugin-Id' and 'Plugin-Version' to META-INF/MANIFEST.MF, or a module-info.java;"
                            + " if it is a library, put it into a folder together with the plugin that uses it");
        }
        if (!ID.matcher(id).matches()) {
            throw new RefusedException(
                    INVALID_ID,
                    "the id '" + id + "' is not a name",
                    "write 'Plugin-Id' with letters, digits, '.', '_' and '-', starting with a letter");
        }
        return id;
    }

    String version() {
        var version = text(PLUGIN_VERSION);
        if (version.isEmpty() && jar.module() != null) {
            version = jar.module().descriptor().rawVersion().orElse("");
        }
        if (version.isEmpty()) {
            return "0.0.0";
        }
        if (!Versions.isVersion(version)) {
            throw new RefusedException(
                    INVALID_VERSION,
                    "the version '" + version + "' is not of the form MAJOR.MINOR.PATCH",
                    "write 'Plugin-Version' (or the version of the module) as 1.0.0 or 1.0.0-beta.1");
        }
        return version;
    }

    String requirement() {
        var requirement = text(PLUGIN_REQUIRES);
        if (requirement.isEmpty()) {
            return "*";
        }
        if (!Versions.isRequirement(requirement)) {
            throw new RefusedException(
                    INVALID_REQUIREMENT,
                    "'Plugin-Requires: " + requirement + "' is not a version requirement",
                    "write it as 0.1.0 (or newer), ^1.2.0 or '>=0.1.0 & <2.0.0'");
        }
        return FULL_VERSION.matcher(requirement).matches() ? ">=" + requirement : requirement;
    }

    List<Dependency> dependencies() {
        return Stream.of(text(PLUGIN_DEPENDENCIES).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Descriptor::dependency)
                .toList();
    }

    private static Dependency dependency(String text) {
        var dependency = Dependency.of(text);
        if (!ID.matcher(dependency.id()).matches() || !Versions.isRequirement(dependency.requirement())) {
            throw new RefusedException(
                    INVALID_DEPENDENCY,
                    "'Plugin-Dependencies' holds '" + text + "', which is not a dependency",
                    "write it as id, id@>=1.0.0 or, if it is optional, id?@>=1.0.0; several are separated by commas");
        }
        return dependency;
    }

    /** Returns an attribute of the manifest, or an empty text, as one line that can do a terminal no harm. */
    String text(String attribute) {
        var value = jar.attributes().getOrDefault(attribute, "");
        if (value.length() > LONGEST) {
            throw new RefusedException(
                    INVALID_MANIFEST,
                    "'%s' has %,d characters; at most %,d are read".formatted(attribute, value.length(), LONGEST),
                    "write less");
        }
        return CONTROL.matcher(value).replaceAll(" ").strip();
    }
}
