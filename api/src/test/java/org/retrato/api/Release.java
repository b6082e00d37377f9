package org.retrato.api;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** A released version of the api, kept in a folder of that name. */
record Release(Path folder) {

    static final Path FOLDER = Path.of("releases");

    /** Returns all releases, the oldest first. */
    static List<Release> all() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(Release::new)
                    .sorted(Comparator.comparing(release -> Version.parse(release.version())))
                    .toList();
        }
    }

    static Release last() throws IOException {
        return all().getLast();
    }

    String version() {
        return folder.getFileName().toString();
    }

    /** Returns the JAR of the api. */
    Path api() {
        return folder.resolve("retrato-api-" + version() + ".jar");
    }

    /** Returns the plugins that were compiled against it. */
    List<Path> frozenPlugins() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "frozen-*.jar")) {
            return StreamSupport.stream(files.spliterator(), false).sorted().toList();
        }
    }

    @Override
    public String toString() {
        return version();
    }
}
