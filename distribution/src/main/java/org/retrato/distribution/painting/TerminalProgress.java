package org.retrato.distribution.painting;

import java.io.PrintStream;
import org.retrato.runtime.training.Progress;

/** Rewrites one line on a terminal, and above it the painting as it grows. */
final class TerminalProgress implements Display.Ticker {

    private static final long INTERVAL = 100_000_000L;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final Screen screen;
    private final String heading;
    private final boolean pictures;
    private final Pace pace = new Pace();
    private long next;
    private int lines;

    /**
     * Prepares the display.
     *
     * @param heading what each line begins with
     * @param pictures whether the painting is shown, where the terminal can show it
     */
    TerminalProgress(PrintStream out, Screen screen, String heading, boolean pictures) {
        this.out = out;
        this.screen = screen;
        this.heading = heading;
        this.pictures = pictures;
    }

    @Override
    public void painted(Painting painting) {
        pace.painted(painting);
        if (pictures) {
            screen.picture().ifPresent(picture -> {
                out.print(ERASE_LINE + picture.redraw(painting.picture(), lines));
                out.flush();
                lines = picture.lines(painting.picture()).size();
            });
        }
    }

    @Override
    public void stepped(Progress progress) {
        var now = System.nanoTime();
        if (now >= next || progress.step() == progress.steps()) {
            var line = heading + pace.line(progress, now);
            out.print(ERASE_LINE + line.substring(0, Math.min(line.length(), screen.columns() - 1)));
            out.flush();
            next = now + INTERVAL;
        }
    }

    /** Clears the line of progress, for what comes next. */
    @Override
    public void close() {
        out.print(ERASE_LINE);
        out.flush();
    }
}
