package org.retrato.distribution.painting;

/** Tells a user in one sentence what is wrong with the input and what to do about it. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Tells {@code message}, a sentence that can be shown as it is. */
    public InputException(String message) {
        super(message);
    }

    /** Tells {@code message} and keeps what caused it for {@code --debug}. */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
