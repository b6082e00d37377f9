package org.retrato.api;

/** Says what a loss compares the output of a network with. */
@Stability(Stability.Level.EVOLVING)
public final class Target {

    private static final Target VALUES = new Target("values");
    private static final Target CATEGORIES = new Target("categories");

    private final String name;

    private Target(String name) {
        this.name = name;
    }

    /** Returns the target of a regression: one number for each output. */
    public static Target values() {
        return VALUES;
    }

    /** Returns the target of a classification: one of several categories, encoded as a row of zeros and a single one. */
    public static Target categories() {
        return CATEGORIES;
    }

    @Override
    public String toString() {
        return name;
    }
}
