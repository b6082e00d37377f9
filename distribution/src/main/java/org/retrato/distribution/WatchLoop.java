package org.retrato.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retrato.distribution.painting.Display;
import org.retrato.distribution.watching.Copies;
import org.retrato.distribution.watching.JarWatch;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.plugins.Refusal;

/**
 * Paints whenever the plugins in folders are other ones than before, until it is told to end; what is wrong with them is said in
 * a sentence, and the next build is awaited.
 */
final class WatchLoop {

    private final List<Path> folders;
    private final Function<List<Path>, Retrato> opening;
    private final Consumer<Exception> failures;
    private final Display display;
    private final Duration pause;
    private final JarWatch jars;
    private long nextLook = System.nanoTime();
    private boolean news;

    /** Paints with the plugins that were opened, unless it is interrupted. */
    interface Work {
        void paint(Retrato retrato, BooleanSupplier interrupted);
    }

    /**
     * Prepares the loop.
     *
     * @param folders where plugins are built
     * @param opening opens folders of copies of them
     * @param failures is told what went wrong
     * @param pause between two looks into the folders, so how long a JAR must stay the same to be taken for written
     */
    WatchLoop(
            List<Path> folders,
            Function<List<Path>, Retrato> opening,
            Consumer<Exception> failures,
            Display display,
            Duration pause) {
        this.folders = List.copyOf(folders);
        this.opening = opening;
        this.failures = failures;
        this.display = display;
        this.pause = pause;
        this.jars = new JarWatch(folders);
    }

    void run(Work work, BooleanSupplier ended) {
        display.note("Watching " + places(folders) + "; Ctrl-C ends");
        var missing =
                folders.stream().filter(folder -> !Files.isDirectory(folder)).toList();
        if (!missing.isEmpty()) {
            display.note("Not there yet: " + places(missing));
        }
        while (!ended.getAsBoolean()) {
            if (!isNews()) {
                LockSupport.parkNanos(pause.toNanos());
                continue;
            }
            news = false;
            jars.copy().ifPresent(copies -> paint(copies, work, ended));
        }
    }

    private void paint(Copies copies, Work work, BooleanSupplier ended) {
        try (copies;
                var retrato = opening.apply(copies.folders())) {
            var refusals = refusals(retrato, copies);
            refusals.forEach(refusal -> display.complain(refusal.toString()));
            try {
                work.paint(retrato, () -> ended.getAsBoolean() || isNews());
            } catch (CatalogException unknown) {
                if (refusals.isEmpty()) { // otherwise it was said why it is unknown
                    throw unknown;
                }
            }
        } catch (Exception failure) {
            failures.accept(failure);
        }
        if (!news && !ended.getAsBoolean()) {
            display.note("Waiting for the next build in " + places(folders));
        }
    }

    private static List<Refusal> refusals(Retrato retrato, Copies copies) {
        return Stream.concat(retrato.report().refused().stream(), retrato.catalog().refusals().stream())
                .map(refusal -> new Refusal(
                        refusal.problem(), copies.original(refusal.path()), refusal.cause(), refusal.remedy()))
                .toList();
    }

    private static String places(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** Returns whether there are new plugins; looks into the folders now and then only, so that it can be asked often. */
    private boolean isNews() {
        if (!news && System.nanoTime() >= nextLook) {
            news = jars.look();
            nextLook = System.nanoTime() + pause.toNanos();
        }
        return news;
    }
}
