package org.retrato.runtime.plugins;

import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_DEPENDENCIES;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_DESCRIPTION;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_ID;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_LICENSE;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_PROVIDER;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_REQUIRES;
import static org.pf4j.ManifestPluginDescriptorFinder.PLUGIN_VERSION;
import static org.retrato.runtime.plugins.Problem.INVALID_DEPENDENCY;
import static org.retrato.runtime.plugins.Problem.INVALID_ID;
import static org.retrato.runtime.plugins.Problem.INVALID_REQUIREMENT;
import static org.retrato.runtime.plugins.Problem.INVALID_VERSION;
import static org.retrato.runtime.plugins.Problem.MISSING_ID;

import java.util.regex.Pattern;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.Plugin;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;

/** Reads the descriptor of a plugin from its manifest; what that lacks, from its module descriptor. */
final class Descriptors {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
    private static final Pattern FULL_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private Descriptors() {}

    static PluginDescriptor of(Jar jar) {
        var descriptor = new DefaultPluginDescriptor(
                id(jar),
                text(jar, PLUGIN_DESCRIPTION),
                Plugin.class.getName(), // components have no life cycle of their own, so Plugin-Class has no meaning
                version(jar),
                requirement(jar),
                text(jar, PLUGIN_PROVIDER),
                text(jar, PLUGIN_LICENSE));
        for (var dependency : text(jar, PLUGIN_DEPENDENCIES).split(",", -1)) {
            if (!dependency.isBlank()) {
                descriptor.addDependency(dependency(dependency.strip()));
            }
        }
        return descriptor;
    }

    private static String id(Jar jar) {
        var id = text(jar, PLUGIN_ID);
        if (id.isEmpty() && jar.module() != null) {
            id = jar.module().name();
        }
        if (id.isEmpty()) {
            throw new RefusedException(
                    MISSING_ID,
                    jar.path().getFileName() + " has no 'Plugin-Id' in its manifest, and is no module",
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

    private static String version(Jar jar) {
        var version = text(jar, PLUGIN_VERSION);
        if (version.isEmpty() && jar.module() != null) {
            version = jar.module().rawVersion().orElse("");
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

    private static String requirement(Jar jar) {
        var requirement = text(jar, PLUGIN_REQUIRES);
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

    private static PluginDependency dependency(String text) {
        var dependency = new PluginDependency(text);
        if (!ID.matcher(dependency.getPluginId()).matches()
                || !Versions.isRequirement(dependency.getPluginVersionSupport())) {
            throw new RefusedException(
                    INVALID_DEPENDENCY,
                    "'Plugin-Dependencies' holds '" + text + "', which is not a dependency",
                    "write it as id, id@>=1.0.0 or, if it is optional, id?@>=1.0.0; several are separated by commas");
        }
        return dependency;
    }

    private static String text(Jar jar, String attribute) {
        var value = jar.manifest().getValue(attribute);
        return value == null ? "" : value.strip();
    }
}
