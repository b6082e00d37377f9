package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;

/** Is the folder of a distribution without anything but its plugins, for tests. */
record Atelier(Home home) {

    /** Makes one with a lock, and some plugins that its lock lists. */
    static Atelier in(Path folder, SampleJar... plugins) throws IOException {
        var atelier = new Atelier(new Home(Files.createDirectory(folder.resolve("atelier"))));
        Files.createDirectory(atelier.home.plugins());
        for (var i = 0; i < plugins.length; i++) {
            plugins[i].writeTo(atelier.home.plugins().resolve("first-" + i + ".jar"));
        }
        Files.writeString(
                atelier.home.lock(), Lock.of(atelier.home, Lock.empty()).text());
        return atelier;
    }

    List<String> install(Path... sources) {
        return install(false, sources);
    }

    List<String> install(boolean forced, Path... sources) {
        return new Installer(home)
                .install(Stream.of(sources).map(Path::toString).toList(), new Shelf(), forced);
    }

    List<String> remove(String... names) {
        return new Installer(home).remove(List.of(names));
    }

    /** Returns the names of what lies in the folder of plugins, without what is hidden. */
    List<String> files() throws IOException {
        return Disk.list(home.plugins()).stream()
                .map(Installed::name)
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    /** Returns whether all is as the lock says. */
    boolean isAsLocked() {
        return Lock.read(home.lock()).compare(home, path -> true).isEmpty();
    }

    /** Returns where the lock says a file was taken from. */
    String source(String path) {
        return Lock.read(home.lock()).source(path);
    }
}
