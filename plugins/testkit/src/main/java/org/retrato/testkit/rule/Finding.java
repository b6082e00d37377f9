package org.retrato.testkit.rule;

import org.retrato.testkit.rule.Outcome.Broken;

/**
 * Says what came of one rule on one subject.
 *
 * @param rule the rule
 * @param subject what was checked, as {@code brushes:snake(frequency=2) · activation}
 * @param outcome what came of it
 */
public record Finding(Rule<?> rule, String subject, Outcome outcome) {

    /** Returns one word for the outcome: {@code kept}, {@code broken}, {@code mentioned} (a broken SHOULD) or {@code exempt}. */
    public String verdict() {
        return switch (outcome) {
            case Outcome.Kept _ -> "kept";
            case Outcome.Exempt _ -> "exempt";
            case Broken _ -> fails() ? "broken" : "mentioned";
        };
    }

    /** Returns whether a rule that nothing may break is broken. */
    public boolean fails() {
        return outcome instanceof Broken && rule.level() == Level.MUST;
    }

    /** Returns whether a rule is broken that there may be reasons to break. */
    public boolean advises() {
        return outcome instanceof Broken && rule.level() == Level.SHOULD;
    }
}
