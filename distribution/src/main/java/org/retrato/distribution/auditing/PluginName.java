package org.retrato.distribution.auditing;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Component;

/**
 * Holds what a plugin calls itself: in its manifest, or in its module descriptor.
 *
 * @param id its id, or the name of its file if it has none
 * @param version empty if it has none
 */
public record PluginName(String id, String version) {

    /** What one JAR says; of the JARs in a folder, the one that is described or has components is the plugin itself. */
    private record Description(
            Attributes manifest, @Nullable ModuleDescriptor module) {

        static Description of(Path path) {
            try (var jar = new JarFile(path.toFile(), false)) {
                var manifest = jar.getManifest();
                var module = jar.getEntry("module-info.class");
                return new Description(
                        manifest == null ? new Attributes() : manifest.getMainAttributes(),
                        module == null ? null : ModuleDescriptor.read(jar.getInputStream(module)));
            } catch (IOException | RuntimeException _) {
                return new Description(new Attributes(), null); // that it is damaged is found when its classes are read
            }
        }

        boolean isDescribed() {
            return attribute("Plugin-Id").isPresent();
        }

        boolean hasComponents() {
            return module != null
                    && module.provides().stream()
                            .anyMatch(provided -> provided.service().startsWith(Component.class.getPackageName()));
        }

        Optional<PluginName> name() {
            var id = attribute("Plugin-Id").or(() -> Optional.ofNullable(module).map(ModuleDescriptor::name));
            var version = attribute("Plugin-Version")
                    .or(() -> Optional.ofNullable(module).flatMap(ModuleDescriptor::rawVersion));
            return id.map(name -> new PluginName(name, version.orElse("")));
        }

        private Optional<String> attribute(String name) {
            return Optional.ofNullable(manifest.getValue(name))
                    .map(String::strip)
                    .filter(PluginName::isWord);
        }
    }

    /** Returns whether a text can be an id or a version: what is longer or has blanks might want to look like more. */
    private static boolean isWord(String text) {
        return text.matches("[\\w.+-]{1,80}");
    }

    static PluginName of(Path path, List<Path> jars) {
        var descriptions = jars.stream().map(Description::of).toList();
        return Stream.of(
                        descriptions.stream().filter(Description::isDescribed),
                        descriptions.stream().filter(Description::hasComponents))
                .flatMap(found -> found)
                .findFirst()
                .flatMap(Description::name)
                .orElseGet(() -> new PluginName(String.valueOf(path.getFileName()), ""));
    }

    /** Returns the id and the version, as {@code classics 0.1.0}. */
    @Override
    public String toString() {
        return version.isEmpty() ? id : id + " " + version;
    }
}
