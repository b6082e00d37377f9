package org.retrato.runtime.plugins;

import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.retrato.api.Component;

/** Knows the one API that the application and all plugins share. */
final class Api {

    /** The start of the names of all its classes. */
    static final String PACKAGE = Component.class.getPackageName() + ".";

    /** The name of its module. */
    static final String MODULE = "org.retrato.api";

    /** The kinds of components: activations, losses, optimizers, schedules, styles. */
    static final List<Class<? extends Component>> KINDS = Stream.of(Component.class.getPermittedSubclasses())
            .<Class<? extends Component>>map(kind -> kind.asSubclass(Component.class))
            .toList();

    private Api() {}

    /** Returns the version that plugins state their requirements against, as the compiler recorded it in the module. */
    static String version() {
        var module = Component.class.getModule();
        var descriptor = module.isNamed()
                ? module.getDescriptor()
                : ModuleFinder.of(location()).find(MODULE).orElseThrow().descriptor();
        return descriptor.rawVersion().orElseThrow();
    }

    private static Path location() {
        try {
            URI location = Component.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
