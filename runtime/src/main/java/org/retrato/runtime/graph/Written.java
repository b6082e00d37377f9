package org.retrato.runtime.graph;

/**
 * Is a printed expression, with what is needed to put it into a larger one.
 *
 * @param negative whether a minus belongs before the text
 * @param text the expression without that minus
 * @param level how strongly its outermost operation binds
 */
record Written(boolean negative, String text, Level level) {

    /** Orders operations from those that bind least to those that bind most. */
    enum Level {
        OR,
        AND,
        COMPARISON,
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    static Written of(String text, Level level) {
        return new Written(false, text, level);
    }

    static Written atom(String text) {
        return of(text, Level.ATOM);
    }

    Written magnitude() {
        return of(text, level);
    }

    Written negated() {
        return new Written(!negative, text, level);
    }

    /** Returns whether this must be put into parentheses where at least a level is needed. */
    boolean isLooserThan(Level needed) {
        return level.compareTo(needed) < 0 || negative && needed.compareTo(Level.SUM) > 0;
    }
}
