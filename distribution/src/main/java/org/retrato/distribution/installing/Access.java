package org.retrato.distribution.installing;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Supplier;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;

/**
 * Lets one process at a time prepare a change of the plugins while others read them; only while a change is carried out nobody
 * reads. Who is ended on the way is in nobody's way: whoever comes next completes a change that was decided.
 */
public final class Access implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Home home;
    private final Gate.Passage preparation;

    private Access(Home home, Gate.Passage preparation) {
        this.home = home;
        this.preparation = preparation;
    }

    /**
     * Returns what comes of reading the plugins of a distribution and its lock, at a moment in which they fit each other. Costs
     * next to nothing, and leaves no trace.
     *
     * @throws InputException if a change was interrupted, and this user may not complete it
     */
    public static <T> T reading(Home home, Supplier<T> work) {
        while (true) {
            try {
                if (Change.isPending(home)) {
                    carryOut(home, () -> {});
                }
                try (var _ = files(home).together(PATIENCE)) {
                    if (!Change.isPending(home)) {
                        return work.get();
                    }
                }
            } catch (IOException failure) {
                throw new InputException(
                        "the plugins in " + home.plugins() + " cannot be read: " + Disk.reason(failure)
                                + "; a change of them was interrupted, which somebody has to complete who may write there",
                        failure);
            }
        }
    }

    /** Waits until no other process prepares a change, and completes what one has left. */
    static Access changing(Home home) {
        return changing(home, PATIENCE);
    }

    static Access changing(Home home, Duration patience) {
        try {
            Files.createDirectories(home.plugins());
            var access = new Access(
                    home, Gate.of(home.plugins().resolve(".lock-change")).alone(patience));
            try {
                carryOut(home, () -> {});
                return access;
            } catch (IOException | RuntimeException failure) {
                access.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw Change.failed(home, failure);
        }
    }

    /** Carries out a change that was prepared. */
    void carryOut(Change change) {
        try {
            carryOut(home, change::decide);
        } catch (IOException failure) {
            throw Change.failed(home, failure);
        }
    }

    private static void carryOut(Home home, Runnable decision) throws IOException {
        try (var _ = files(home).alone(PATIENCE)) {
            decision.run();
            Change.carryOut(home, new Disk());
        }
    }

    private static Gate files(Home home) {
        return Gate.of(home.plugins().resolve(".lock"));
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        try {
            preparation.close();
        } catch (IOException failure) {
            throw Change.failed(home, failure);
        }
    }
}
