package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.painting.InputException;
import org.retrato.distribution.painting.UnsavedException;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;

/**
 * Is a change of the plugins of a distribution, and of its lock with them, that becomes effective whole or not at all, whatever
 * ends the process when.
 *
 * <pre>
 *   plugins/.change-next/   being prepared: without effect, and deleted by the next change if this one ends
 *        │                    added/brushes-1.1.0.jar   removed/brushes-1.0.0.jar   retrato.lock
 *        │ one renaming: from here on it is decided
 *   plugins/.change/        being carried out, in steps that can be repeated, by whoever comes first
 *        │                    replaced/brushes-1.0.0.jar
 *        │ one renaming: it was carried out
 *   plugins/.change-past-1/  being deleted, or later, where others hold files in it open
 * </pre>
 *
 * <p>Files are moved, never written in their place, so that who has loaded a plugin keeps what it has loaded. {@link Access}
 * lets one process prepare at a time, and nobody read while a change is carried out.
 */
final class Change implements AutoCloseable {

    private static final String NEXT = ".change-next";
    private static final String DECIDED = ".change";
    private static final String PAST = ".change-past-";
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String REPLACED = "replaced";
    private static final String LOCK = "retrato.lock";

    private final Home home;
    private final Disk disk;
    private final Path next;

    private Change(Home home, Disk disk) {
        this.home = home;
        this.disk = disk;
        this.next = home.plugins().resolve(NEXT);
    }

    /** Begins to prepare a change; one that was not decided is forgotten. */
    static Change prepare(Home home, Disk disk) {
        var change = new Change(home, disk);
        change.attempt(() -> {
            disk.delete(change.next);
            disk.createFolder(change.next);
            disk.createFolder(change.added());
            disk.createFolder(change.next.resolve(REMOVED));
            disk.createFolder(change.next.resolve(REPLACED));
        });
        return change;
    }

    /** Adds a copy of a JAR; {@code path} is relative to the folder of plugins, as {@code brushes-1.1.0/brushes.jar}. */
    void add(Path jar, String path) {
        var copy = added().resolve(path);
        var folder = copy.resolveSibling("");
        attempt(() -> {
            if (!Files.exists(folder)) {
                disk.createFolder(folder);
            }
            disk.copy(jar, copy);
        });
    }

    /** Returns the folder with what is added. */
    Path added() {
        return next.resolve(ADDED);
    }

    /** Removes what has a name in the folder of plugins, unless something of that name is added. */
    void remove(String name) {
        attempt(() -> disk.write(next.resolve(REMOVED).resolve(name), ""));
    }

    /** Replaces the lock. */
    void lock(Lock lock) {
        attempt(() -> {
            requireWritable(home.folder());
            disk.write(next.resolve(LOCK), lock.text());
        });
    }

    /** Decides the change: from here on it is carried out, by this process or by the next. */
    void decide() {
        attempt(() -> {
            requireMovable();
            for (var plugin : Disk.list(added())) {
                disk.delete(next.resolve(REMOVED).resolve(plugin.getFileName())); // it is replaced
                if (Files.isDirectory(plugin)) {
                    disk.force(plugin);
                }
            }
            disk.force(added());
            disk.force(next.resolve(REMOVED));
            disk.force(next);
            disk.move(next, home.plugins().resolve(DECIDED));
        });
    }

    /** Refuses folders of plugins that could not be put aside, before it is too late. */
    private void requireMovable() throws IOException {
        for (var names : List.of(Disk.list(next.resolve(REMOVED)), Disk.list(added()))) {
            for (var name : names) {
                var plugin = home.plugins().resolve(name.getFileName());
                if (Files.isDirectory(plugin, LinkOption.NOFOLLOW_LINKS)) {
                    requireWritable(plugin);
                }
            }
        }
    }

    private static void requireWritable(Path folder) throws IOException {
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /** Forgets the change unless it was decided. */
    @Override
    public void close() {
        attempt(() -> disk.delete(next));
    }

    /** Returns whether a change was decided that was not carried out. */
    static boolean isPending(Home home) {
        return Files.exists(home.plugins().resolve(DECIDED));
    }

    /** Carries out what was decided, if anything was. */
    static void carryOut(Home home, Disk disk) {
        UnsavedException.guard(() -> {
            try {
                if (isPending(home)) {
                    carryOut(home, disk, home.plugins().resolve(DECIDED));
                    disk.move(home.plugins().resolve(DECIDED), past(home));
                }
                clear(home, disk);
                return home;
            } catch (IOException failure) {
                throw new DataException(
                        "a change of the plugins in " + home.plugins() + " cannot be completed: " + Disk.reason(failure)
                                + "; mend that, then whatever Retrato does next completes it",
                        failure);
            }
        });
    }

    private static Path past(Home home) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> home.plugins().resolve(PAST + number))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    /** Deletes what is past. */
    private static void clear(Home home, Disk disk) throws IOException {
        for (var folder : Disk.list(home.plugins())) {
            if (Installed.name(folder).startsWith(PAST)) {
                try {
                    disk.delete(folder);
                } catch (IOException _) {
                    // a system that keeps files which others have open: the next change tries again
                }
            }
        }
    }

    /** Takes the steps in an order in which each can be left out once it was taken. */
    private static void carryOut(Home home, Disk disk, Path change) throws IOException {
        disk.force(home.plugins());
        for (var marker : Disk.list(change.resolve(REMOVED))) {
            putAside(home, disk, change, marker.getFileName());
        }
        for (var plugin : Disk.list(change.resolve(ADDED))) {
            putAside(home, disk, change, plugin.getFileName());
            disk.move(plugin, home.plugins().resolve(plugin.getFileName()));
        }
        if (Files.exists(change.resolve(LOCK))) {
            moveLock(change.resolve(LOCK), home, disk);
        }
        disk.force(home.plugins());
        disk.force(home.folder());
    }

    private static void putAside(Home home, Disk disk, Path change, Path name) throws IOException {
        var plugin = home.plugins().resolve(name);
        if (Files.exists(plugin, LinkOption.NOFOLLOW_LINKS)) {
            disk.move(plugin, change.resolve(REPLACED).resolve(name));
        }
    }

    private static void moveLock(Path lock, Home home, Disk disk) throws IOException {
        try {
            disk.move(lock, home.lock());
        } catch (AtomicMoveNotSupportedException _) { // the folder of plugins is on a disk of its own
            try (var file = AtomicFile.open(home.lock())) {
                Files.copy(lock, file.stream());
                file.commit();
            }
        }
    }

    private interface Steps {
        void take() throws IOException;
    }

    private void attempt(Steps steps) {
        try {
            steps.take();
        } catch (IOException failure) {
            throw failed(home, failure);
        }
    }

    /** Tells that nothing was changed, and why. */
    static InputException failed(Home home, IOException failure) {
        return new InputException(
                "the plugins in " + home.plugins() + " cannot be changed: " + Disk.reason(failure)
                        + "; nothing was changed: mend that and try again",
                failure);
    }
}
