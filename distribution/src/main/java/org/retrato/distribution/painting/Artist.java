package org.retrato.distribution.painting;

import java.util.List;
import java.util.Optional;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.training.Composition;

/**
 * Describes who paints: a style, whose parts may have been replaced.
 *
 * @param title what people call it: the style, or its activation, loss and optimizer
 * @param notation the style with what was replaced, all names qualified
 * @param style the parts
 * @param entries what speaks for it: the style itself, or its activation, loss and optimizer
 * @param arguments the words of a command line that choose it
 * @param advice what to tell about the learning rate, if it is not that of the style
 */
public record Artist(
        String title,
        String notation,
        Composition style,
        List<Entry> entries,
        String arguments,
        Optional<String> advice) {

    public Artist {
        entries = List.copyOf(entries);
    }
}
