package org.retrato.distribution;

/**
 * Wipes the line {@code WARNING: Using incubator modules} off a terminal.
 *
 * <p>Java writes it whenever it starts with the vector API and has no switch for it. A pipe through a filter would cost
 * the terminal on standard error, and the order of what is written there; so elsewhere the line stays.
 */
final class StartupNotice {
    private static final String UP_AND_ERASE = "\u001b[A\u001b[2K";

    private StartupNotice() {}

    static void wipe() {
        if (Boolean.getBoolean("retrato.terminal")) {
            System.err.print(UP_AND_ERASE);
        }
    }
}
