package org.retrato.runtime.catalog;

import org.jspecify.annotations.Nullable;
import org.retrato.api.Range;

/**
 * Describes a hyperparameter: a record component of the class that has it.
 *
 * @param name the name of the record component
 * @param type {@code double}, {@code int}, {@code long}, {@code boolean}, {@link String} or an extension point
 * @param defaultValue the value that the no-argument constructor gives it; may be a {@link org.retrato.api.Reference}
 * @param range the numbers it may be, or {@code null} if the class declares none
 */
public record Parameter(
        String name,
        Class<?> type,
        Object defaultValue,
        @Nullable Range range) {}
