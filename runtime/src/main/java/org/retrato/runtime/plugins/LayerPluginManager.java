package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.NATIVE_ACCESS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.pf4j.AbstractPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.VersionManager;

/**
 * Manages plugins with PF4J, which keeps their descriptors, class loaders and states; each is loaded on its own, so that
 * whatever is wrong with one is noted as its refusal and costs no other.
 */
final class LayerPluginManager extends AbstractPluginManager {

    private final Refusals refusals;
    private final Policy policy;
    private final Candidates candidates;
    private final Layers layers;
    private final NavigableMap<String, Plugin> accepted;

    LayerPluginManager(List<Path> folders, Policy policy) {
        // before super, because the constructor of PF4J calls the create methods below
        var refused = new Refusals();
        this.refusals = refused;
        this.policy = policy;
        this.candidates = new Candidates(policy, refused);
        this.layers = new Layers(policy.nativeAccess());
        this.accepted = new TreeMap<>();
        super(folders);
        setSystemVersion(Api.version());
    }

    LoadReport report() {
        return new LoadReport(List.copyOf(accepted.values()), refusals.sorted());
    }

    @Override
    public void loadPlugins() {
        var found = getPluginsRoots().stream().map(candidates::readAll).toList();
        Dependencies.accept(Selection.of(found, refusals), this::load, refusals);
        resolvePlugins();
    }

    private void load(Candidate candidate) {
        if (policy.trust().isPresent()) {
            candidate.jars().forEach(Signatures::requireUnchanged); // between reading and linking is time enough
        }
        var loader = loadPluginFromPath(candidate.path()).getPluginClassLoader();
        try {
            var components = Components.of(candidate, loader, layers.get(candidate.id()), refusals);
            accepted.put(candidate.id(), candidate.accept(components));
        } catch (RuntimeException | Error failed) {
            unload(candidate.id());
            throw failed;
        }
    }

    /** Unloads all plugins, each before those it depends on. */
    @Override
    public void unloadPlugins() {
        for (var plugin : new ArrayList<>(resolvedPlugins).reversed()) {
            unload(plugin.getPluginId());
        }
    }

    private void unload(String id) {
        unloadPlugin(id, false, false);
        layers.remove(id);
    }

    @Override
    protected boolean isPluginValid(PluginWrapper plugin) {
        return true; // whether it fits this version was checked when it was read
    }

    @Override
    protected List<Path> createPluginsRoot() {
        return List.of(); // without folders there are no plugins, whatever PF4J would look into
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return candidates;
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return candidates;
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path path) {
                return true;
            }

            @Override
            public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                var candidate = candidates.at(path);
                var module = candidate.main().module();
                return module == null ? flat(candidate) : layers.define(candidate, module.descriptor());
            }
        };
    }

    private ClassLoader flat(Candidate candidate) {
        if (policy.nativeAccess().contains(candidate.id())) {
            throw new RefusedException(
                    NATIVE_ACCESS,
                    "the plugin '" + candidate.id() + "' was granted native access, which only a module can have",
                    "ask its provider for a module, or take the grant back");
        }
        return new FlatLoader(
                candidate,
                candidate.dependencies().stream()
                        .map(dependency -> getPluginClassLoader(dependency.id()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return plugin -> new org.pf4j.Plugin(); // components have no life cycle of their own
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new ComponentFinder(accepted);
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new ComponentFactory();
    }

    @Override
    protected VersionManager createVersionManager() {
        return Versions.MANAGER;
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String id) {
                return false;
            }

            @Override
            public void disablePlugin(String id) {
                throw new UnsupportedOperationException("a plugin is disabled by removing its JAR");
            }

            @Override
            public void enablePlugin(String id) {
                throw new UnsupportedOperationException("every plugin is enabled");
            }
        };
    }
}
