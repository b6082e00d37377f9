package org.retrato.distribution.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.plugins.Sha256;

/** Keeps JARs under their hashes, so that what a lock lists can be had again without a network. */
record JarCache(Path folder) {

    /** Returns the cache of the user. */
    static JarCache ofUser() {
        var base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return new JarCache(base.resolve("retrato"));
    }

    /** Returns the JAR with a hash, if it is kept and whole. */
    Optional<Path> get(String sha256) {
        var jar = folder.resolve(sha256 + ".jar");
        try {
            return Files.isRegularFile(jar) && Sha256.of(jar).equals(sha256) ? Optional.of(jar) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Keeps the plugins that were taken from Maven repositories; a cache that cannot be written keeps nothing. */
    void keep(Home home, Lock lock) {
        for (var entry : lock.entries().values()) {
            if (LockedArtifacts.isCoordinate(entry.source())
                    && get(entry.sha256()).isEmpty()) {
                keep(home.folder().resolve(entry.path()), entry.sha256());
            }
        }
    }

    private void keep(Path jar, String sha256) {
        try {
            Files.createDirectories(folder);
            try (var file = AtomicFile.open(folder.resolve(sha256 + ".jar"))) {
                Files.copy(jar, file.stream());
                file.commit();
            }
        } catch (IOException | DataException unwritable) {
            return; // which costs no more than another download
        }
    }
}
