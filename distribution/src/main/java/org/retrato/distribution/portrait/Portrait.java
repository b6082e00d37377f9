package org.retrato.distribution.portrait;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.ImageFile;

/** The portrait that is painted when nobody brings one: 512 by 512 pixels, drawn by the painters of this package. */
public final class Portrait {
    private static final String RESOURCE = "portrait.png";

    private Portrait() {}

    /** Reads the portrait as it was drawn once and for all. */
    public static Image read() {
        try (var stream = Objects.requireNonNull(Portrait.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return ImageFile.decode(stream.readAllBytes(), RESOURCE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Draws the portrait, with the same pixels on every machine; it takes seconds. */
    static Image draw() {
        var easel = new Easel();
        var head = easel.turned(-5, 250, 330);
        Backdrop.paint(easel);
        Hair.behind(head);
        Dress.behind(easel);
        Face.neck(easel);
        Dress.necklace(easel);
        Dress.paint(easel);
        Face.paint(head);
        Eyes.paint(head);
        Hair.front(head);
        Dress.earring(head, 184, 298, 7.5);
        return easel.image();
    }

    /** Draws the portrait into the file that is named: run it when a painter has changed, and keep the file. */
    public static void main(String[] arguments) {
        ImageFile.write(draw(), Path.of(arguments[0]));
    }
}
