package org.retrato.distribution.painting;

import java.util.function.Supplier;
import org.retrato.runtime.data.DataException;

/** Tells a user in one sentence what could not be saved, although it could when the work began. */
public final class UnsavedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnsavedException(DataException cause) {
        super(cause.getMessage(), cause);
    }

    /** Returns what comes of work that reads nothing any more, so that only writing can fail. */
    public static <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataException failure) {
            throw new UnsavedException(failure);
        }
    }
}
