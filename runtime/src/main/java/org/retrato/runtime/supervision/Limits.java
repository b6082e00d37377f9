package org.retrato.runtime.supervision;

/**
 * Says how far code of a plugin may go.
 *
 * @param computing how many seconds it may compute
 * @param waiting how many seconds it may wait instead, asleep or for something that never comes
 * @param bytes how much memory it may take, whether or not it gives it back
 */
record Limits(double computing, double waiting, long bytes) {

    /** The system property for the seconds of computing. */
    static final String PATIENCE = "retrato.patience";

    private static final double SECONDS = 10;
    private static final double A_YEAR = 3e7;

    /** Returns the limits as they are set. */
    static Limits current() {
        var patience = patience();
        return new Limits(patience, 6 * patience, Runtime.getRuntime().maxMemory() / 2);
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

    /** Returns how many seconds to wait between two looks. */
    double look() {
        return Math.min(0.25, computing / 4);
    }
}
