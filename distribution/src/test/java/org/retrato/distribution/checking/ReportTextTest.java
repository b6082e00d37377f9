package org.retrato.distribution.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Report;
import org.retrato.testkit.rule.Rule;

class ReportTextTest {

    @Test
    void what_was_seen_of_a_kept_rule_stands_below_the_kept_ones_and_not_below_a_broken_one() {
        var family = List.of(
                Rule.<String>must("X1", "First", "why", _ -> Outcome.kept()),
                Rule.<String>should("X2", "Second", "why", _ -> Outcome.broken("it is 3", "make it 4")),
                Rule.<String>must("X3", "Third", "why", _ -> Outcome.kept("a kink at 0")),
                Rule.<String>must("X4", "Fourth", "why", _ -> Outcome.exempt("it has none")));

        assertThat(ReportText.lines(new Report(Rule.check(family, "bend", ""))))
                .containsExactly(
                        "bend",
                        "  kept       X1 X3",
                        "             X3: a kink at 0",
                        "  mentioned  X2 Second (SHOULD)",
                        "             it is 3",
                        "             what to do: make it 4",
                        "  exempt     X4: it has none",
                        "",
                        "passes: 0 broken, 1 mentioned, 2 kept, 1 exempt");
    }
}
