package org.retrato.distribution.painting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.retrato.runtime.painting.Film;

/** Records a film of the learning; its frames depend on steps, not on the clock. */
public final class FilmRecorder implements Listener, AutoCloseable {

    private static final int FRAMES = 48;

    private final Set<Integer> frames;
    private final Film film;
    private int recorded;
    private int last = -1;

    public FilmRecorder(Path path, int steps) {
        frames = frames(steps);
        film = Film.open(path, Duration.ofMillis(100), Duration.ofSeconds(3));
    }

    /** Returns the steps after which a frame is recorded: close together at first, when most is learned. */
    static Set<Integer> frames(int steps) {
        var frames = new TreeSet<Integer>();
        for (var i = 0; i <= FRAMES; i++) {
            var part = (double) i / FRAMES;
            frames.add((int) Math.round(steps * part * part));
        }
        return frames;
    }

    /** Returns the steps after which a frame is recorded. */
    public Set<Integer> frames() {
        return frames;
    }

    @Override
    public void painted(Painting painting) {
        if (frames.contains(painting.step()) && painting.step() > last) {
            record(painting);
        }
    }

    /** Completes the film with the last painting; returns whether there was anything to show. */
    public boolean finish(Painting painting) {
        if (painting.step() > last) {
            record(painting);
        }
        if (recorded < 2) {
            return false;
        }
        film.finish();
        return true;
    }

    private void record(Painting painting) {
        film.add(painting.picture());
        last = painting.step();
        recorded++;
    }

    @Override
    public void close() {
        film.close();
    }
}
