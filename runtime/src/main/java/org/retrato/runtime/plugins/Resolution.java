package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.UNRESOLVED_MODULE;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds the modules that a modular plugin needs: in its own JARs first, then in those of its parents. */
final class Resolution {

    private Resolution() {}

    static Configuration of(Candidate candidate, ModuleDescriptor module, List<Configuration> parents) {
        // only true modules: an automatic one would read the whole application
        var finder = ModuleFinder.of(candidate.jars().stream()
                .filter(jar -> jar.module() != null)
                .map(Jar::path)
                .toArray(Path[]::new));
        checkRequired(module, finder, parents);
        try {
            // binding lets libraries that the plugin brings along find their own services
            return Configuration.resolveAndBind(finder, parents, ModuleFinder.of(), Set.of(module.name()));
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
