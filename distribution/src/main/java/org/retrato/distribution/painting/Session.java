package org.retrato.distribution.painting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.painting.Outcome.Ending;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.painting.Painter;
import org.retrato.runtime.training.DivergedException;

/** Paints one picture from the first step to the last, and shows it to listeners while it grows. */
public final class Session {

    private static final double SHORTEST_PAUSE_SECONDS = 1;
    private static final double LONGEST_PAUSE_SECONDS = 10;

    /** How many times as long as a picture took the pause until the next is. */
    private static final double PAUSE = 15;

    private final Painter painter;
    private final Supplier<Instant> start;
    private final Set<Integer> frames;
    private final List<Listener> listeners;
    private final BooleanSupplier interrupted;

    private final DoubleStream.Builder losses = DoubleStream.builder();
    private final DoubleStream.Builder seconds = DoubleStream.builder();
    private @Nullable Instant firstStep;
    private long nextPicture;
    private @Nullable Painting sound;
    private @Nullable Painting fresh;

    /**
     * Prepares a session.
     *
     * @param start tells since when the first step is waited for
     * @param frames after which steps it is shown in any case
     * @param interrupted whether to stop after the current step
     */
    public Session(
            Painter painter,
            Supplier<Instant> start,
            Set<Integer> frames,
            List<Listener> listeners,
            BooleanSupplier interrupted) {
        this.painter = painter;
        this.start = start;
        this.frames = Set.copyOf(frames);
        this.listeners = List.copyOf(listeners);
        this.interrupted = interrupted;
        fresh = frames.contains(0) ? paint(0) : null;
        nextPicture = System.nanoTime() + (long) (1e9 * SHORTEST_PAUSE_SECONDS); // the first step comes first
    }

    /** Paints until all steps are taken, the user interrupts, or the loss is no longer finite. */
    public Outcome run() {
        var step = 0;
        try {
            while (!painter.trainer().isFinished() && !interrupted.getAsBoolean()) {
                step();
                step++;
            }
        } catch (DivergedException diverged) {
            return outcome(Ending.DIVERGED, "the loss is no longer finite at step " + diverged.step());
        }
        if (!isFinite()) {
            return outcome(Ending.DIVERGED, "a weight is no longer finite after step " + step);
        }
        show(fresh != null && fresh.step() == step ? fresh : paint(step));
        return outcome(painter.trainer().isFinished() ? Ending.FINISHED : Ending.INTERRUPTED, null);
    }

    private void step() {
        var before = System.nanoTime();
        painter.trainer().step();
        seconds.add(1e-9 * (System.nanoTime() - before));
        var progress = painter.trainer().progress();
        losses.add(progress.loss());
        if (progress.step() == 1) {
            firstStep = Instant.now();
        }
        // the loss of this step is finite, so the weights before it painted something sound
        if (fresh != null) {
            show(fresh);
            fresh = null;
        }
        listeners.forEach(listener -> listener.stepped(progress));
        if (frames.contains(progress.step()) || System.nanoTime() >= nextPicture) {
            fresh = paint(progress.step());
        }
    }

    private void show(Painting painting) {
        sound = painting;
        listeners.forEach(listener -> listener.painted(painting));
    }

    private Painting paint(int step) {
        var before = System.nanoTime();
        var painting = painting(step, painter.picture());
        var after = System.nanoTime();
        var pause = Math.clamp(PAUSE * 1e-9 * (after - before), SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS);
        nextPicture = after + (long) (1e9 * pause);
        return painting;
    }

    private Painting painting(int step, Image picture) {
        return new Painting(step, picture, picture.psnr(painter.target()));
    }

    private boolean isFinite() {
        for (var layer : painter.trainer().model().layers()) {
            for (var values : List.of(layer.weights(), layer.biases())) {
                for (var value : values) {
                    if (!Float.isFinite(value)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private Outcome outcome(Ending ending, @Nullable String trouble) {
        var sorted = seconds.build().sorted().toArray();
        return new Outcome(
                ending,
                sound != null ? sound : painting(0, painter.beginning()),
                losses.build().toArray(),
                firstStep == null
                        ? Double.NaN
                        : Duration.between(start.get(), firstStep).toMillis() / 1000.0,
                sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2],
                painter.trainer().model().sha256(),
                trouble);
    }
}
