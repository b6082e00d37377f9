package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.painting.InputException;

/**
 * Lets processes past, several together or one alone, by locking a file. However a process ends, the system takes its lock from
 * it.
 *
 * <p>The threads of a process share one gate, which alone opens the file: whoever closes a file gives up all locks that the
 * process has on it.
 */
final class Gate {

    /** Is past the gate until it is closed. */
    interface Passage extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private static final Map<Path, Gate> GATES = new ConcurrentHashMap<>();
    private static final Duration NOTICED = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 10;

    private final Path file;
    private @Nullable FileChannel channel;
    private boolean together;
    private int passed;

    private Gate(Path file) {
        this.file = file;
    }

    static Gate of(Path file) {
        return GATES.computeIfAbsent(file.toAbsolutePath().normalize(), Gate::new);
    }

    /** Lets those past who may be there together; whoever may not be waits for them. Where the file is not, nobody is alone. */
    Passage together(Duration patience) throws IOException {
        return pass(true, patience);
    }

    /** Lets one past who is alone there. */
    Passage alone(Duration patience) throws IOException {
        return pass(false, patience);
    }

    private Passage pass(boolean withOthers, Duration patience) throws IOException {
        var start = Instant.now();
        var told = false;
        while (!tryPass(withOthers)) {
            var waited = Duration.between(start, Instant.now());
            if (waited.compareTo(patience) > 0) {
                throw new InputException("another Retrato has been at the plugins for " + patience.toSeconds()
                        + " seconds; let it come to an end, or end it, and try again");
            }
            if (!told && waited.compareTo(NOTICED) > 0) {
                System.err.println("retrato: another Retrato is changing the plugins, or loading them; waiting for it");
                told = true;
            }
            pause();
        }
        return this::leave;
    }

    private synchronized boolean tryPass(boolean withOthers) throws IOException {
        if (passed > 0 && !(withOthers && together)) {
            return false;
        }
        if (passed == 0 && !tryLock(withOthers)) {
            return false;
        }
        together = withOthers;
        passed++;
        return true;
    }

    private boolean tryLock(boolean withOthers) throws IOException {
        if (withOthers && !Files.isReadable(file)) {
            return true;
        }
        var opened = withOthers
                ? FileChannel.open(file, StandardOpenOption.READ)
                : FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = opened.tryLock(0, Long.MAX_VALUE, withOthers);
        } finally {
            if (lock == null) {
                opened.close();
            } else {
                channel = opened;
            }
        }
        return lock != null;
    }

    private synchronized void leave() throws IOException {
        passed--;
        if (passed == 0 && channel != null) {
            channel.close(); // and with it the lock
            channel = null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InputException("interrupted while another Retrato was at the plugins; nothing was changed");
        }
    }
}
