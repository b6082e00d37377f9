package org.retrato.distribution.painting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.retrato.runtime.training.Progress;

/** Writes how far a session has come, in one line: step, loss, likeness, speed and time left. */
final class Pace {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Deque<Mark> marks = new ArrayDeque<>();
    private double psnr = Double.NaN;

    private record Mark(int step, long nanos) {}

    void painted(Painting painting) {
        psnr = painting.psnr();
    }

    /** Takes note of a step, and returns the line for it. */
    String line(Progress progress, long nanos) {
        marks.addLast(new Mark(progress.step(), nanos));
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > WINDOW.toNanos()) {
            marks.removeFirst();
        }
        var line = new StringBuilder("step %s of %s · loss %s"
                .formatted(
                        Numbers.count(progress.step()),
                        Numbers.count(progress.steps()),
                        Numbers.significant(progress.loss())));
        if (!Double.isNaN(psnr)) {
            line.append(" · ").append(Numbers.decibels(psnr));
        }
        var steps = progress.step() - marks.getFirst().step();
        if (steps > 0) {
            var rate = steps / (1e-9 * (nanos - marks.getFirst().nanos()));
            var left = Math.round((progress.steps() - progress.step()) / rate);
            line.append(String.format(Locale.ROOT, " · %.1f steps/s · %s left", rate, Numbers.time(left)));
        }
        return line.toString();
    }
}
