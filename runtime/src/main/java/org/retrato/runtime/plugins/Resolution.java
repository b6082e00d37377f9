package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.FORBIDDEN_MODULE;
import static org.retrato.runtime.plugins.Problem.UNRESOLVED_MODULE;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the modules that a modular plugin needs: in its own JARs first, then in those of its parents. */
final class Resolution {

    private Resolution() {}

    /**
     * Resolves a module.
     *
     * @param parents where the plugins that it depends on were resolved, and at last the application
     */
    static Configuration of(Candidate candidate, ModuleDescriptor module, List<Configuration> parents) {
        var finder = own(candidate);
        checkRequired(module, finder, parents);
        try {
            // binding lets libraries that the plugin brings along find their own services
            var resolved = Configuration.resolveAndBind(finder, parents, ModuleFinder.of(), Set.of(module.name()));
            resolved.modules().forEach(found -> checkReads(found, parents.getLast()));
            return resolved;
        } catch (FindException | ResolutionException e) {
            throw new RefusedException(
                    UNRESOLVED_MODULE,
                    "the module " + module.name() + " cannot be resolved: " + e.getMessage(),
                    "let the plugin bring along the modules it needs, and no package twice");
        }
    }

    private static void checkRequired(ModuleDescriptor module, ModuleFinder finder, List<Configuration> parents) {
        for (var requires : module.requires()) {
            var name = requires.name();
            if (!requires.modifiers().contains(Requires.Modifier.STATIC)
                    && finder.find(name).isEmpty()
                    && parents.stream()
                            .allMatch(parent -> parent.findModule(name).isEmpty())) {
                throw new RefusedException(
                        UNRESOLVED_MODULE,
                        "the module " + module.name() + " requires " + name + ", which is not there",
                        howToProvide(name));
            }
        }
    }

    private static void checkReads(ResolvedModule module, Configuration application) {
        for (var requires : module.reference().descriptor().requires()) {
            if (module.reads().stream()
                    .anyMatch(read -> read.name().equals(requires.name()) && !isAllowed(read, application))) {
                throw new RefusedException(
                        FORBIDDEN_MODULE,
                        "the module %s requires %s, which belongs to the application"
                                .formatted(module.name(), requires.name()),
                        "use " + Api.MODULE + " and the JDK only; bring any library along in the plugin's folder");
            }
        }
    }

    private static boolean isAllowed(ResolvedModule read, Configuration application) {
        // org.jspecify holds nothing but the annotations that the API itself carries
        return !read.configuration().equals(application)
                || read.name().equals(Api.MODULE)
                || read.name().equals("org.jspecify")
                || SharedLoader.isJdk(read.name());
    }

    /** Finds the modules of the candidate; an automatic one is none, as it would read the whole application. */
    private static ModuleFinder own(Candidate candidate) {
        var modules = new LinkedHashMap<String, ModuleReference>();
        candidate.jars().stream()
                .map(Jar::module)
                .filter(Objects::nonNull)
                .forEach(module -> modules.putIfAbsent(module.descriptor().name(), module));
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return Optional.ofNullable(modules.get(name));
            }

            @Override
            public Set<ModuleReference> findAll() {
                return Set.copyOf(modules.values());
            }
        };
    }

    private static String howToProvide(String module) {
        if (module.equals(Api.MODULE)) {
            return "start Java with Retrato on the module path instead of the class path";
        }
        return SharedLoader.isJdk(module)
                ? "start Java with --add-modules " + module
                : "name the plugin it belongs to in 'Plugin-Dependencies';"
                        + " if it is a library, put its JAR into one folder with the plugin";
    }
}
