package org.retrato.runtime.data;

/** Tells a user in one sentence which file is wrong, where, and what to do. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Tells {@code message}, a sentence that can be shown as it is. */
    public DataException(String message) {
        super(message);
    }

    /** Tells {@code message} and keeps what caused it for the log. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
