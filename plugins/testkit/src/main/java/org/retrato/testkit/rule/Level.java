package org.retrato.testkit.rule;

/** Says what it means to break a rule, in the words of RFC 2119. */
public enum Level {
    /** Whoever uses the component would get wrong results, or none. */
    MUST,
    /** There may be good reasons to break it; the report says so, and nothing fails. */
    SHOULD
}
