package org.retrato.runtime.plugins;

import java.nio.file.Path;
import java.util.List;
import org.retrato.runtime.supervision.Supervision;

/** Holds the plugins that were found in folders, and unloads them when it is closed. */
public final class Plugins implements AutoCloseable {

    private final LayerPluginManager manager;
    private final LoadReport report;

    private Plugins(LayerPluginManager manager) {
        this.manager = manager;
        this.report = manager.report();
    }

    /**
     * Loads all plugins in the folders: a file {@code x.jar} is one, and so is a folder that holds a JAR and its libraries.
     * What is wrong with one of them is in the {@link #report()} and costs no other.
     *
     * @param folders where to look; of two plugins with the same id, that of the earlier folder wins
     * @throws IllegalArgumentException if one of the folders does not exist
     */
    public static Plugins open(List<Path> folders) {
        return open(folders, Policy.open());
    }

    /**
     * Loads the plugins in the folders that a policy allows; the others are refused.
     *
     * @param folders where to look; of two plugins with the same id, that of the earlier folder wins
     * @throws IllegalArgumentException if one of the folders does not exist, or the system property {@code retrato.patience} is
     *     not a number of seconds
     */
    public static Plugins open(List<Path> folders, Policy policy) {
        Supervision.requireValidLimits();
        var manager = new LayerPluginManager(Folder.existing(folders), policy);
        manager.loadPlugins();
        manager.startPlugins();
        return new Plugins(manager);
    }

    /** Returns the accepted plugins, sorted by id. */
    public List<Plugin> plugins() {
        return report.accepted();
    }

    /** Returns what became of every candidate. */
    public LoadReport report() {
        return report;
    }

    /**
     * Unloads all plugins; their components must not be used any more. The JAR of a flat plugin is closed at once, that of a
     * module when the last of its classes is garbage.
     */
    @Override
    public void close() {
        manager.unloadPlugins();
    }
}
