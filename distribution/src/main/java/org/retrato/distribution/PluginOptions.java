package org.retrato.distribution;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.installing.Access;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.plugins.Policy;
import picocli.CommandLine.Option;

/** Says where plugins are. */
final class PluginOptions {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder of plugins, beside the one of the distribution; repeatable.")
    private List<Path> folders = new ArrayList<>();

    /** Opens the plugins of the distribution, and those of the folders that the user named. */
    Retrato open(int threads) {
        requireFolders();
        return open(folders, threads);
    }

    /** Opens the plugins of the distribution, and those of other folders in the place of the ones that the user named. */
    static Retrato open(List<Path> folders, int threads) {
        try {
            return reading(() -> Retrato.open(withOwn(folders), policy(), threads));
        } catch (UncheckedIOException unreadable) {
            throw new InputException(unreadable.getMessage() + "; check its permissions", unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static Policy policy() {
        return Home.current().map(home -> Settings.of(home).policy(home)).orElse(Policy.open());
    }

    /** Returns what comes of loading plugins, at a moment in which nobody changes them. */
    static <T> T reading(Supplier<T> work) {
        return Home.current().map(home -> Access.reading(home, work)).orElseGet(work);
    }

    /** Refuses folders that do not exist. */
    void requireFolders() {
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new InputException("there is no plugin folder " + folder + "; create it, or name another");
            }
        }
    }

    /** Returns the folders that the user named. */
    List<Path> named() {
        return folders;
    }

    /** Returns the folders in which plugins are looked for, the distribution's own first. */
    List<Path> folders() {
        return withOwn(folders);
    }

    private static List<Path> withOwn(List<Path> folders) {
        var all = new ArrayList<Path>();
        Home.current().map(Home::plugins).filter(Files::isDirectory).ifPresent(all::add);
        all.addAll(folders);
        return all;
    }

    /** Tells that not all plugins can be used. */
    void warnOfRefusals(Retrato retrato) {
        var refused =
                retrato.report().refused().size() + retrato.catalog().refusals().size();
        if (refused > 0) {
            System.err.println("retrato: " + refused + " refused among the plugins; 'retrato doctor' says why");
        }
    }
}
