package org.retrato.maven;

/** Tells a user in one sentence why nothing was taken, and what to do about it. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Tells {@code message}, a sentence that can be shown as it is. */
    InputException(String message) {
        super(message);
    }

    /** Tells {@code message} and keeps what caused it for {@code --debug}. */
    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
