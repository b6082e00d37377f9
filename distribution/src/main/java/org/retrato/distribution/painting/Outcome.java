package org.retrato.distribution.painting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.data.Image;

/**
 * Says what came of a session.
 *
 * @param painting the last one that is sound
 * @param losses the loss of each step
 * @param firstStepSeconds from the start until the first step was taken; not a number without a step
 * @param secondsPerStep the median; not a number without a step
 * @param weightsSha256 of the weights at the end
 * @param trouble what went wrong, if the session diverged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Outcome(
        Ending ending,
        Painting painting,
        double[] losses,
        double firstStepSeconds,
        double secondsPerStep,
        String weightsSha256,
        @Nullable String trouble) {

    /** Returns what comes of an artist who could not begin: a blank picture, like nothing. */
    static Outcome unprepared(Image target, String trouble) {
        var blank = Image.generate(target.width(), target.height(), (_, _) -> Exhibition.EMPTY);
        var painting = new Painting(0, blank, Double.NEGATIVE_INFINITY);
        return new Outcome(Ending.UNPREPARED, painting, new double[0], Double.NaN, Double.NaN, "", trouble);
    }

    /** Says how a session ended. */
    public enum Ending {
        /** All steps were taken. */
        FINISHED,
        /** The user wanted no more of them. */
        INTERRUPTED,
        /** The loss, or a weight, was no longer finite. */
        DIVERGED,
        /** The formulas of the artist are wrong, so that not even the first step could be prepared. */
        UNPREPARED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
