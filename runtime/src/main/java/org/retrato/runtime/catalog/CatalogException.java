package org.retrato.runtime.catalog;

import java.util.Objects;
import org.retrato.runtime.supervision.RunawayException;

/** Says to the user what is wrong with a name or a notation, where, and what to write instead. */
public final class CatalogException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    CatalogException(String message) {
        super(message);
    }

    private CatalogException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Returns the same complaint with the place where it arose in front. */
    CatalogException in(String place) {
        return new CatalogException(place + getMessage(), this);
    }

    /** Returns the complaint of a constructor or an accessor of a component. */
    static CatalogException of(Throwable failure) {
        var message = failure.getMessage();
        return new CatalogException(
                message != null && (failure instanceof IllegalArgumentException || failure instanceof RunawayException)
                        ? message
                        : failure.toString(),
                failure);
    }
}
