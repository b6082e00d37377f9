package org.retrato.testkit.conformance;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.retrato.api.Component;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.plugins.Plugin;

/** Finds the components of plugins that are not packaged yet. */
public final class Classes {

    private Classes() {}

    /**
     * Returns what the plugin of a class declares, and the class itself if it is a component.
     *
     * @param any any class of the plugin, in a module or not
     */
    public static List<Class<? extends Component>> components(Class<?> any) {
        var components = new LinkedHashSet<Class<? extends Component>>();
        descriptors(any)
                .flatMap(module -> module.provides().stream())
                .filter(provides -> Stream.of(Kind.values())
                        .anyMatch(kind -> kind.type().getName().equals(provides.service())))
                .flatMap(provides -> provides.providers().stream())
                .forEach(name -> components.add(load(name, any.getClassLoader())));
        if (Component.class.isAssignableFrom(any)) {
            components.add(any.asSubclass(Component.class));
        }
        return List.copyOf(components);
    }

    /**
     * Returns a catalog of components, and of those of other plugins.
     *
     * @param others any class of each plugin, by the id of the plugin
     */
    public static Catalog catalog(List<Class<? extends Component>> components, Map<String, Class<?>> others) {
        return Catalog.of(Stream.concat(
                        Stream.of(plugin("plugin", components)),
                        others.entrySet().stream().map(other -> plugin(other.getKey(), components(other.getValue()))))
                .toList());
    }

    private static Plugin plugin(String id, List<Class<? extends Component>> components) {
        return new Plugin(id, "0.0.0", Path.of(id), "", "", "", "", components);
    }

    private static Stream<ModuleDescriptor> descriptors(Class<?> any) {
        var descriptor = any.getModule().getDescriptor();
        // a flat plugin is found as an automatic module, which provides what META-INF/services lists
        return descriptor != null
                ? Stream.of(descriptor)
                : ModuleFinder.of(location(any)).findAll().stream().map(ModuleReference::descriptor);
    }

    private static Class<? extends Component> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader).asSubclass(Component.class);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("the declared component " + name + " is not there", missing);
        }
    }

    private static Path location(Class<?> any) {
        try {
            return Path.of(
                    any.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
