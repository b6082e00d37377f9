package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.NATIVE_ACCESS;

import java.lang.module.ModuleDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Component;

/** Links modular plugins: each gets a module layer of its own, on top of those of the plugins it depends on. */
final class Layers {

    private final ModuleLayer application = application();
    private final Map<String, ModuleLayer> layers = new HashMap<>();
    private final Set<String> nativeAccess;

    /** Prepares to link plugins, some of which may call native code. */
    Layers(Set<String> nativeAccess) {
        this.nativeAccess = nativeAccess;
    }

    private static ModuleLayer application() {
        var layer = Component.class.getModule().getLayer();
        return layer == null ? ModuleLayer.boot() : layer;
    }

    /** Returns the layer of a plugin, or null if it is not modular. */
    @Nullable
    ModuleLayer get(String id) {
        return layers.get(id);
    }

    void remove(String id) {
        layers.remove(id);
    }

    /** Defines the layer of a plugin and returns its class loader. */
    ClassLoader define(Candidate candidate, ModuleDescriptor module) {
        var parents = candidate.parents(layers, application);
        var configurations = parents.stream().map(ModuleLayer::configuration).toList();
        var configuration = Resolution.of(candidate, module, configurations);
        var controller = ModuleLayer.defineModulesWithOneLoader(configuration, parents, SharedLoader.INSTANCE);
        openToRuntime(controller);
        if (nativeAccess.contains(candidate.id())) {
            grantNativeAccess(candidate.id(), controller);
        }
        layers.put(candidate.id(), controller.layer());
        return controller.layer().findLoader(module.name());
    }

    /** Lets the modules of a plugin, libraries included, call native code. */
    @SuppressWarnings("restricted") // as is what it grants
    private static void grantNativeAccess(String id, ModuleLayer.Controller controller) {
        try {
            controller.layer().modules().forEach(controller::enableNativeAccess);
        } catch (IllegalCallerException notOurs) {
            throw new RefusedException(
                    NATIVE_ACCESS,
                    "the plugin '" + id + "' cannot be granted native access, which Retrato does not have itself",
                    "start Java with --enable-native-access="
                            + Layers.class.getModule().getName());
        }
    }

    /** Lets the runtime, and nobody else, reflect into records and read texts without {@code opens} by authors. */
    private static void openToRuntime(ModuleLayer.Controller controller) {
        var runtime = Layers.class.getModule();
        for (var module : controller.layer().modules()) {
            for (var name : module.getPackages()) {
                controller.addOpens(module, name, runtime);
            }
        }
    }
}
