package org.retrato.distribution.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.retrato.distribution.archive.JavaImage;
import org.retrato.distribution.artifacts.MavenClient;
import org.retrato.distribution.artifacts.Repositories;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.installing.Installer;
import org.retrato.distribution.materials.BillOfMaterials;
import org.retrato.distribution.materials.Licenses;
import org.retrato.distribution.painting.InputException;

/** Fills the folder of a distribution: what is installed here is copied, what comes from elsewhere installed there. */
final class Composition {

    private final Home home;
    private final Specification specification;
    private final Conditions conditions;
    private final Staging staging;
    private final Home target;

    Composition(Home home, Specification specification, Conditions conditions, Staging staging) {
        this.home = home;
        this.specification = specification;
        this.conditions = conditions;
        this.staging = staging;
        this.target = staging.home();
    }

    /** Fills the folder, refuses what does not fit, and returns the lock. */
    Lock compose(Instant created, Consumer<String> tell) throws IOException {
        var before = Files.exists(specification.lock()) ? Lock.read(specification.lock()) : Lock.empty();
        copyApplication();
        specification.trust().ifPresent(file -> staging.copy(file, target.trust()));
        write(target.settings(), specification.settings().text()); // for they say which plugins may come in
        addPlugins(conditions.update() ? Lock.empty() : before, tell);
        write(
                target.settings(),
                OfferedStyles.in(target, specification.settings()).text());
        var lock = Lock.of(target, Lock.of(target).orElseThrow());
        if (!conditions.update()) {
            requireSame(before, lock);
        }
        write(target.lock(), lock.text());
        JarCache.ofUser().keep(target, lock);
        tell.accept("linking a Java ...");
        JavaImage.make(java(), javaModules(), target.folder().resolve("jdk"));
        Licenses.write(target, lock).forEach(jar -> tell.accept("without the text of a license: " + jar));
        BillOfMaterials.write(target, lock, created);
        return lock;
    }

    private void copyApplication() {
        staging.copy(home.bin(), target.bin());
        staging.copy(home.lib(), target.lib());
        if (specification.settings().authoring()) {
            if (!Files.isDirectory(home.repository())) {
                throw new InputException(
                        "with 'authoring = true' a distribution brings along what new plugins are built with,"
                                + " which this one has not: there is no " + home.repository()
                                + "; assemble with one that has, or without 'authoring'");
            }
            staging.copy(home.repository(), target.repository());
        }
    }

    private void addPlugins(Lock before, Consumer<String> tell) throws IOException {
        var choice = PluginChoice.of(home, specification, repositories(before));
        choice.notes().forEach(tell);
        Files.createDirectories(target.plugins());
        for (var plugin : choice.installed()) {
            staging.copy(plugin.path(), target.plugins().resolve(plugin.path().getFileName()));
        }
        write(target.lock(), Lock.of(target, Lock.of(home).orElse(Lock.empty())).text());
        if (!choice.offers().isEmpty()) {
            new Installer(target).install(choice.offers(), false).forEach(tell);
            try (var traces = Files.newDirectoryStream(target.plugins(), ".*")) { // of the installation
                for (var trace : traces) {
                    Files.delete(trace);
                }
            }
        }
    }

    private LockedArtifacts repositories(Lock before) {
        var repositories = new Repositories(specification.repositories(), Optional.empty(), conditions.offline());
        return new LockedArtifacts(before, JarCache.ofUser(), new MavenClient(home.folder(), repositories));
    }

    /** Refuses what has the same name as before and is something else. */
    private void requireSame(Lock before, Lock after) {
        for (var entry : before.entries().values()) {
            var now = after.entries().get(entry.path());
            if (now != null && entry.path().endsWith(".jar") && !now.sha256().equals(entry.sha256())) {
                throw new InputException(entry.path() + " is not what " + specification.lock() + " says ("
                        + (entry.path().startsWith("plugins/") ? "the plugin" : "Retrato")
                        + " was built anew, or was tampered with); if it may be, say --update");
            }
        }
    }

    private Path java() {
        return conditions.jdk().orElse(Path.of(System.getProperty("java.home")));
    }

    /** Returns the modules of Java that the plugins need, each with who needs it. */
    private Map<String, String> javaModules() throws IOException {
        try (var files = Files.walk(target.plugins())) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            var modules = new TreeMap<String, String>();
            specification.javaModules().forEach(module -> modules.put(module, "the specification"));
            JavaModules.of(jars).forEach((module, names) -> modules.put(module, String.join(", ", names)));
            return modules;
        }
    }

    private static void write(Path path, String text) throws IOException {
        Files.writeString(path, text);
    }
}
