package org.retrato.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a component where the name derived from its class is not the usual one, as {@code @Name("rmsprop")}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stability(Stability.Level.EVOLVING)
public @interface Name {

    /** Returns the name: lower-case letters, digits and hyphens, starting with a letter. */
    String value();
}
