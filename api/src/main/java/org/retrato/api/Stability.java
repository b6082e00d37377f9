package org.retrato.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what the user of a public type may rely on from one version to the next; every public type carries it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stability(Stability.Level.EVOLVING)
public @interface Stability {

    /** Returns how firm the type is. */
    Level value();

    /** How firm a public type is. */
    @Stability(Level.EVOLVING)
    enum Level {
        /** May change with a minor version, which says so; every 0.x type is at most this. */
        EVOLVING,
        /** Changes only with a new major version. */
        STABLE
    }
}
