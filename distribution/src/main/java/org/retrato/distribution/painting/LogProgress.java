package org.retrato.distribution.painting;

import java.io.PrintStream;
import org.retrato.runtime.training.Progress;

/** Prints a line now and then, where the output is no terminal. */
final class LogProgress implements Display.Ticker {

    private static final long INTERVAL = 5_000_000_000L;

    private final PrintStream out;
    private final String heading;
    private final Pace pace = new Pace();
    private long next = System.nanoTime() + INTERVAL / 2;

    LogProgress(PrintStream out, String heading) {
        this.out = out;
        this.heading = heading;
    }

    @Override
    public void painted(Painting painting) {
        pace.painted(painting);
    }

    @Override
    public void stepped(Progress progress) {
        var now = System.nanoTime();
        if (now >= next) {
            out.println(heading + pace.line(progress, now));
            next = now + INTERVAL;
        }
    }
}
