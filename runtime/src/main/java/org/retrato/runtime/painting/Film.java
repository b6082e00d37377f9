package org.retrato.runtime.painting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.data.Image;

/**
 * Writes a film of the learning: an animated GIF that repeats for ever and holds its last frame longer.
 *
 * <p>Each frame has a palette of its own with up to 256 colours. Frames go to the disk as they come; the file appears
 * under its name, whole, when the film is finished, and never if it is closed before.
 *
 * <pre>{@code
 * try (var film = Film.open(path, Duration.ofMillis(100), Duration.ofSeconds(3))) {
 *     … film.add(image); …
 *     film.finish();
 * }
 * }</pre>
 */
public final class Film implements AutoCloseable {
    private static final int COLOURS = 256;

    private final Path path;
    private final Duration delay;
    private final Duration hold;
    private final AtomicFile file;
    private @Nullable GifStream gif;
    private @Nullable Image latest;

    private Film(Path path, Duration delay, Duration hold) {
        this.path = path;
        this.delay = delay;
        this.hold = hold;
        this.file = AtomicFile.open(path);
    }

    /**
     * Starts a film.
     *
     * @param delay how long each frame is shown, in steps of 10 ms; viewers show less than 20 ms as much longer
     * @param hold how long the last frame is shown
     * @throws DataException if {@code path} cannot be written
     */
    public static Film open(Path path, Duration delay, Duration hold) {
        return new Film(path, delay, hold);
    }

    /**
     * Adds a frame.
     *
     * @throws IllegalArgumentException if its size is not that of the first
     * @throws DataException if it cannot be written
     */
    public void add(Image frame) {
        if (latest != null) {
            if (latest.width() != frame.width() || latest.height() != frame.height()) {
                throw new IllegalArgumentException("a frame of " + frame + " in a film of " + latest);
            }
            write(latest, delay);
        }
        latest = frame;
    }

    private GifStream write(Image frame, Duration shown) {
        try {
            var stream = gif == null ? new GifStream(file.stream(), frame.width(), frame.height()) : gif;
            var palette = Palette.of(frame, COLOURS, 0);
            stream.frame(palette, palette.indices(frame), (int) (shown.toMillis() / 10));
            gif = stream;
            return stream;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * Completes the film and puts it in its place.
     *
     * @throws IllegalStateException if it has no frames
     * @throws DataException if it cannot be written
     */
    public void finish() {
        if (latest == null) {
            throw new IllegalStateException("a film needs a frame");
        }
        try {
            write(latest, hold).end();
        } catch (IOException failure) {
            throw failed(failure);
        }
        file.commit();
    }

    private DataException failed(IOException failure) {
        return new DataException("cannot write " + path + ": " + failure.getMessage(), failure);
    }

    /** Discards the film unless it is finished. */
    @Override
    public void close() {
        file.close();
    }
}
