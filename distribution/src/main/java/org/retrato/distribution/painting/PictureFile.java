package org.retrato.distribution.painting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.ImageFile;

/** Writes the painting to its file now and then, whole each time; tells once if it cannot, as the last time may work. */
public final class PictureFile implements Listener {

    private static final Duration INTERVAL = Duration.ofSeconds(4);

    private final Path path;
    private final Consumer<String> complaints;
    private boolean complained;
    private long next = System.nanoTime() + INTERVAL.toNanos();

    public PictureFile(Path path, Consumer<String> complaints) {
        this.path = path;
        this.complaints = complaints;
    }

    @Override
    public void painted(Painting painting) {
        if (System.nanoTime() >= next) {
            write(painting.picture());
            next = System.nanoTime() + INTERVAL.toNanos();
        }
    }

    /** Writes a picture that is not the last one; tells once if it cannot. */
    void write(Image picture) {
        try {
            ImageFile.write(picture, path);
        } catch (DataException failure) {
            if (!complained) {
                complaints.accept(failure.getMessage() + "; the painting goes on");
                complained = true;
            }
        }
    }
}
