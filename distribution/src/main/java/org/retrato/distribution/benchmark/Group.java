package org.retrato.distribution.benchmark;

import java.util.Locale;

/** Groups rows of the table by what they have in common. */
public enum Group {
    LIMITS("limits of this machine"),
    PRODUCTS("matrix products"),
    FUNCTIONS("functions of each element"),
    UPDATES("updates by an optimizer"),
    STEPS("training steps");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** Returns the heading of the group. */
    String title() {
        return title;
    }

    /** Returns the word by which users choose the group. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
