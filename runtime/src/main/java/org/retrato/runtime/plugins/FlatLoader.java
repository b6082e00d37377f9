package org.retrato.runtime.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginManager;

/**
 * Loads a plugin that is no module: from its own JARs, then from the plugins it depends on, then from the JDK; the API
 * always from the application.
 */
final class FlatLoader extends PluginClassLoader {

    private final PluginManager manager;
    private final Candidate candidate;

    FlatLoader(PluginManager manager, Candidate candidate) {
        super(manager, candidate.descriptor(), SharedLoader.INSTANCE);
        this.manager = manager;
        this.candidate = candidate;
        for (var jar : candidate.jars()) {
            try {
                addURL(jar.path().toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    @Override
    protected boolean shouldDelegateToParent(String name) {
        return name.startsWith(Api.PACKAGE);
    }

    // PF4J casts the loaders of dependencies to its own, which those of module layers are not

    @Override
    protected @Nullable URL findResourceFromDependencies(String name) {
        return dependencies()
                .map(loader -> loader.getResource(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Collection<URL> findResourcesFromDependencies(String name) throws IOException {
        if (name.startsWith("META-INF/services/" + Api.PACKAGE)) {
            return List.of(); // the components of another plugin are its own
        }
        var resources = new ArrayList<URL>();
        for (var loader : dependencies().toList()) {
            resources.addAll(Collections.list(loader.getResources(name)));
        }
        return resources;
    }

    private Stream<ClassLoader> dependencies() {
        return candidate.dependencies().stream()
                .map(dependency -> manager.getPluginClassLoader(dependency.id()))
                .filter(Objects::nonNull);
    }
}
