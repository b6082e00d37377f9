package org.retrato.distribution.auditing;

import java.util.Comparator;

/**
 * Says what a plugin could do, and where.
 *
 * @param place a method, as {@code brushes.Snake.apply}, a class, or an entry of a JAR; those of a folder with several JARs, and
 *     of entries that are not called as their class is, begin with the JAR and the entry
 * @param target what is called there, as {@code java.lang.System.exit}, or what is special about the place
 */
public record Finding(Capability capability, String place, String target) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::capability)
            .thenComparing(Finding::place)
            .thenComparing(Finding::target);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
