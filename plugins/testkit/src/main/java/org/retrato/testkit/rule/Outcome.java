package org.retrato.testkit.rule;

/** Is what came of checking one rule on one subject. */
public sealed interface Outcome {

    /**
     * The rule holds.
     *
     * @param note what else was seen, as {@code kink at 0}; may be empty
     */
    record Kept(String note) implements Outcome {}

    /**
     * The rule does not hold.
     *
     * @param value what was computed, and what should have been
     * @param remedy what to do
     */
    record Broken(String value, String remedy) implements Outcome {}

    /**
     * The rule does not apply, or could not be checked.
     *
     * @param reason why
     */
    record Exempt(String reason) implements Outcome {}

    /** Returns that the rule holds. */
    static Outcome kept() {
        return new Kept("");
    }

    /** Returns that the rule holds, and what else was seen. */
    static Outcome kept(String note) {
        return new Kept(note);
    }

    /** Returns that the rule does not hold. */
    static Outcome broken(String value, String remedy) {
        return new Broken(value, remedy);
    }

    /** Returns that the rule does not apply. */
    static Outcome exempt(String reason) {
        return new Exempt(reason);
    }
}
