package org.retrato.distribution.benchmark;

import java.util.function.Function;
import org.retrato.runtime.benchmark.Measurement;
import org.retrato.runtime.benchmark.Meter;

/**
 * Is a row of the table before it has been measured.
 *
 * @param name by which users choose it, as {@code classifier-relu-128}
 * @param description what is measured, in a few words
 * @param measuring prepares what is measured, measures it and drops it again
 */
public record Row(String name, Group group, String description, Function<Meter, Measurement> measuring) {

    /** Returns whether a word of a user means this row: a part of its name, or the beginning of its group's. */
    boolean matches(String word) {
        return name.contains(word) || group.toString().startsWith(word);
    }

    /** Measures the row; it takes about a second. */
    public Result measure(Meter meter) {
        return new Result(this, measuring.apply(meter));
    }

    /** Returns whether the row shows a limit itself. */
    boolean isLimit() {
        return group == Group.LIMITS;
    }
}
