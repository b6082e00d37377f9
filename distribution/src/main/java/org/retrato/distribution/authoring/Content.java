package org.retrato.distribution.authoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.runtime.catalog.Kind;

/** Says what a new project has in it: one component of a kind, or one of each. */
public enum Content {
    ACTIVATION,
    LOSS,
    OPTIMIZER,
    SCHEDULE,
    STYLE,
    PLUGIN;

    /** Returns the content that a user calls by a word, as {@code optimizer}. */
    public static Optional<Content> of(String word) {
        return Stream.of(values())
                .filter(content -> content.toString().equals(word))
                .findFirst();
    }

    /** Returns the kinds of components, one of each. */
    public List<Kind> kinds() {
        return Stream.of(Kind.values())
                .filter(kind -> this == PLUGIN || kind.name().equals(name()))
                .toList();
    }

    /** Returns the word for it: {@code optimizer}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
