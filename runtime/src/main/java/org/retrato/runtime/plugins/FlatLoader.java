package org.retrato.runtime.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads a plugin that is no module: from its own JARs, then from the plugins it depends on, then from the JDK; the API
 * always from the application.
 *
 * <p>PF4J has such a loader, too. That one knows the manager of all plugins, and a plugin can ask its own loader for it.
 */
final class FlatLoader extends URLClassLoader {

    private final List<ClassLoader> dependencies;

    FlatLoader(Candidate candidate, List<ClassLoader> dependencies) {
        super(candidate.jars().stream().map(FlatLoader::url).toArray(URL[]::new), SharedLoader.INSTANCE);
        this.dependencies = List.copyOf(dependencies);
    }

    private static URL url(Jar jar) {
        try {
            return jar.path().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.") || name.startsWith(Api.PACKAGE)) {
            return getParent().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException _) {
                return inherited(name);
            }
        }
    }

    private Class<?> inherited(String name) throws ClassNotFoundException {
        for (var dependency : dependencies) {
            try {
                return dependency.loadClass(name);
            } catch (ClassNotFoundException _) {
                // the next may have it
            }
        }
        return getParent().loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return Stream.concat(
                        Stream.ofNullable(findResource(name)),
                        dependencies.stream().map(loader -> loader.getResource(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> getParent().getResource(name));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var resources = new ArrayList<>(Collections.list(findResources(name)));
        if (!name.startsWith("META-INF/services/" + Api.PACKAGE)) { // the components of another plugin are its own
            for (var dependency : dependencies) {
                resources.addAll(Collections.list(dependency.getResources(name)));
            }
        }
        resources.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(resources);
    }
}
