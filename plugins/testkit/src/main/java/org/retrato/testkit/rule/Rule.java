package org.retrato.testkit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.retrato.testkit.rule.Outcome.Broken;

/**
 * Is one requirement on components or JARs of a kind.
 *
 * @param <T> what is checked
 * @param number the letter of its family and a number, as {@code A1}; it never changes its meaning
 * @param level what it means to break it
 * @param title the requirement, one sentence
 * @param reason why it is one
 * @param ground whether the later rules of the family cannot be checked where this one is broken
 * @param test looks for what breaks it
 */
public record Rule<T>(
        String number, Level level, String title, String reason, boolean ground, Function<T, Outcome> test) {

    /** Returns a rule on which the later ones of its family rest. */
    public static <T> Rule<T> ground(String number, String title, String reason, Function<T, Outcome> test) {
        return new Rule<>(number, Level.MUST, title, reason, true, test);
    }

    /** Returns a rule that nothing may break. */
    public static <T> Rule<T> must(String number, String title, String reason, Function<T, Outcome> test) {
        return new Rule<>(number, Level.MUST, title, reason, false, test);
    }

    /** Returns a rule that there may be reasons to break. */
    public static <T> Rule<T> should(String number, String title, String reason, Function<T, Outcome> test) {
        return new Rule<>(number, Level.SHOULD, title, reason, false, test);
    }

    /** Checks the rules of a family one after the other; what rests on a broken rule is exempt. */
    public static <T> List<Finding> check(List<Rule<T>> family, String subject, T value) {
        var findings = new ArrayList<Finding>();
        var broken = "";
        for (var rule : family) {
            var outcome =
                    broken.isEmpty() ? rule.check(value) : Outcome.exempt("not checked, as " + broken + " is broken");
            findings.add(new Finding(rule, subject, outcome));
            if (rule.ground && outcome instanceof Broken) {
                broken = rule.number;
            }
        }
        return findings;
    }

    /** Checks the rule; a failure of the code that is checked breaks it. */
    private Outcome check(T value) {
        try {
            return test.apply(value);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            return Outcome.broken(
                    Objects.requireNonNullElse(failure.getMessage(), failure.toString()),
                    "mend what the message names");
        }
    }

    /** Returns the number, the title and the level, as a heading. */
    @Override
    public String toString() {
        return number + " " + title + " (" + level + ")";
    }
}
