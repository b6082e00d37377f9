package org.retrato.testkit.conformance;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.retrato.api.Component;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.plugins.Plugin;

/** Finds the components of a plugin that is not packaged yet. */
public final class Classes {

    private Classes() {}

    /**
     * Returns the plugin to which a class belongs, with all components that it declares.
     *
     * @param id what other plugins call it
     * @param any one of its classes, in a module or not
     * @throws IllegalArgumentException if it declares none
     */
    public static Plugin plugin(String id, Class<?> any) {
        var location = location(any);
        var components = descriptors(any, location)
                .flatMap(module -> module.provides().stream())
                .filter(provides -> Stream.of(Kind.values())
                        .anyMatch(kind -> kind.type().getName().equals(provides.service())))
                .flatMap(provides -> provides.providers().stream())
                .<Class<? extends Component>>map(name -> load(name, any.getClassLoader()))
                .toList();
        if (components.isEmpty()) {
            throw new IllegalArgumentException("the plugin of " + any.getName() + ", in " + location
                    + ", declares no component; name a class of the plugin itself, and declare its components");
        }
        return new Plugin(id, "0.0.0", location, "", "", "", "", components);
    }

    private static Stream<ModuleDescriptor> descriptors(Class<?> any, Path location) {
        var descriptor = any.getModule().getDescriptor();
        return descriptor != null
                ? Stream.of(descriptor)
                : ModuleFinder.of(location).findAll().stream().map(found -> found.descriptor());
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

    /** Returns a plugin of single classes. */
    public static Plugin plugin(String id, List<Class<? extends Component>> components) {
        return new Plugin(id, "0.0.0", Path.of(id), "", "", "", "", components);
    }
}
