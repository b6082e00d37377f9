package org.retrato.testkit.jar;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.retrato.runtime.catalog.Kind;
import org.retrato.testkit.rule.Outcome;

/** Compares the two places in which a JAR can declare components. */
final class Services {

    private static final String FOLDER = "META-INF/services/";

    private Services() {}

    static Outcome agree(Archive plugin) {
        var both = 0;
        for (var jar : plugin.jars()) {
            try (var file = new JarFile(jar.toFile())) {
                if (file.getEntry("module-info.class") == null
                        || file.stream().noneMatch(entry -> isComponents(entry.getName()))) {
                    continue;
                }
                both++;
                for (var kind : Kind.values()) {
                    var service = kind.type().getName();
                    var provided = provided(jar, service);
                    var listed = listed(file, service);
                    if (!provided.equals(listed)) {
                        return broken(
                                "of %s, module-info provides %s and META-INF/services lists %s"
                                        .formatted(kind.type().getSimpleName(), provided, listed),
                                "declare the same in both, or leave META-INF/services out: a module does not need it");
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return both > 0 ? kept() : exempt("it declares its components in one place only");
    }

    private static boolean isComponents(String entry) {
        return List.of(Kind.values()).stream()
                .anyMatch(kind -> entry.equals(FOLDER + kind.type().getName()));
    }

    private static Set<String> provided(Path jar, String service) {
        var names = new TreeSet<String>();
        ModuleFinder.of(jar).findAll().iterator().next().descriptor().provides().stream()
                .filter(provides -> provides.service().equals(service))
                .map(Provides::providers)
                .forEach(names::addAll);
        return names;
    }

    private static Set<String> listed(JarFile file, String service) throws IOException {
        var names = new TreeSet<String>();
        var entry = file.getEntry(FOLDER + service);
        if (entry != null) {
            try (var stream = file.getInputStream(entry)) {
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
