package org.retrato.distribution.painting;

import java.io.PrintStream;

/**
 * Shows a user what is going on: results on standard output, all else on standard error.
 *
 * @param quiet whether only results are printed
 * @param terminal whether standard error is a terminal
 */
public record Display(boolean quiet, boolean terminal) {

    private static final PrintStream NOTES = System.err;

    /** Tells something on the way, unless the user wants quiet. */
    public void note(String text) {
        if (!quiet) {
            NOTES.println(text);
        }
    }

    /** Tells what is wrong, also to those who want quiet. */
    public void complain(String text) {
        NOTES.println("retrato: " + text);
    }

    /** Tells a result. */
    void result(String text) {
        System.out.println(text);
    }

    /** Starts to show the progress of a session. */
    public Ticker ticker(String heading, boolean pictures) {
        if (quiet) {
            return new Ticker() {};
        }
        return terminal
                ? new TerminalProgress(NOTES, Screen.current(NOTES.charset()), heading, pictures)
                : new LogProgress(NOTES, heading);
    }

    /** Shows progress until it is closed. */
    public interface Ticker extends Listener, AutoCloseable {
        @Override
        default void close() {}
    }
}
