package org.retrato.runtime.supervision;

import java.time.Duration;

/**
 * Says how far code of a plugin may go.
 *
 * @param computing how long it may compute
 * @param waiting how long it may take, if it does not compute: asleep, or waiting for itself
 * @param bytes how much memory it may take, whether or not it gives it back
 */
record Limits(Duration computing, Duration waiting, long bytes) {

    static final String PATIENCE = "retrato.patience";
    private static final double SECONDS = 10;
    private static final double A_YEAR = 3e7;

    /** Returns the limits as they are set: the system property {@code retrato.patience} is a number of seconds. */
    static Limits current() {
        var computing = Duration.ofMillis(Math.round(1000 * patience()));
        return new Limits(
                computing, computing.multipliedBy(6), Runtime.getRuntime().maxMemory() / 2);
    }

    private static double patience() {
        var text = System.getProperty(PATIENCE);
        if (text == null) {
            return SECONDS;
        }
        try {
            var seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds < A_YEAR) {
                return seconds;
            }
        } catch (NumberFormatException _) {
            // told with what is out of range
        }
        throw new IllegalArgumentException(
                "the system property " + PATIENCE + " is '" + text + "'; it must be a number of seconds above 0");
    }

    /** Returns how long to wait between two looks. */
    Duration look() {
        return computing.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofMillis(250) : computing.dividedBy(4);
    }
}
