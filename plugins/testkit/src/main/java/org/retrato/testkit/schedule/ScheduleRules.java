package org.retrato.testkit.schedule;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.exempt;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.Arrays;
import java.util.List;
import org.retrato.api.Schedule;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Shape;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for schedules. */
public final class ScheduleRules {

    private static final Formulas EXACT = Formulas.inDoubles();

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Schedule>> ALL = List.of(
            Rule.ground("S1", "It yields a single number", "There is one learning rate a step.", ScheduleRules::shape),
            Rule.ground(
                    "S2",
                    "The same step has the same factor",
                    "Whoever trains again with the same seed gets the same weights; chance in the formula breaks that.",
                    ScheduleRules::determinism),
            Rule.must(
                    "S3",
                    "The factor is finite and never negative, however many steps there are",
                    "A training may take one step only; a negative rate climbs.",
                    ScheduleRules::range),
            Rule.should(
                    "S4",
                    "The largest factor is 1",
                    "The learning rate that a user gives is then the largest there is.",
                    ScheduleRules::largest));

    private ScheduleRules() {}

    private static Outcome shape(Schedule schedule) {
        var step = new Graph().input("step", Shape.SCALAR);
        var steps = step.graph().input("steps", Shape.SCALAR);
        var shape = FormulaException.record(schedule, () -> schedule.at(step, steps))
                .shape();
        return shape.equals(Shape.SCALAR)
                ? kept()
                : broken("it yields the shape " + shape, "return a scalar: squeeze what has one element, sum the rest");
    }

    private static Outcome determinism(Schedule schedule) {
        var first = EXACT.factors(schedule, 20);
        var second = EXACT.factors(schedule, 20);
        return Arrays.equals(first, second)
                ? kept()
                : broken(
                        "recorded twice, the formula gives %s and %s"
                                .formatted(Digits.of(first[0]), Digits.of(second[0])),
                        "compute from step, steps and the hyperparameters alone: no random numbers, clocks or static fields");
    }

    private static Outcome range(Schedule schedule) {
        for (var steps : new int[] {1, 2, 3, 10, 1000}) {
            var factors = EXACT.factors(schedule, steps);
            for (var step = 0; step < steps; step++) {
                if (!(factors[step] >= 0 && factors[step] < Double.POSITIVE_INFINITY)) {
                    return broken(
                            "at step %d of %d the factor is %s".formatted(step, steps, Digits.of(factors[step])),
                            "divide by steps, or by what maximum(1) keeps above 0; step goes from 0 to steps - 1");
                }
            }
        }
        return kept();
    }

    private static Outcome largest(Schedule schedule) {
        var largest = Arrays.stream(EXACT.factors(schedule, 1000)).max().orElseThrow();
        if (!Double.isFinite(largest)) {
            return exempt("the factor is not finite");
        }
        return Math.abs(largest - 1) < 0.01
                ? kept()
                : broken("the largest factor of a thousand steps is " + Digits.of(largest), "divide by it");
    }
}
