package org.retrato.testkit.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.retrato.testkit.rule.Finding;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Report;

/**
 * Has a test for each rule of the kit.
 *
 * <p>A broken MUST fails, with what broke it and what to do. A broken SHOULD, and a rule that does not apply, is an aborted test
 * with the same words: it shows, and nothing fails.
 */
public abstract class Contract {

    Contract() {}

    /** Checks what is to be checked. */
    abstract Report report();

    /** Returns a test for each rule and subject. */
    @TestFactory
    Stream<DynamicNode> rules() {
        return report().bySubject().entrySet().stream()
                .map(subject -> DynamicContainer.dynamicContainer(
                        subject.getKey(), subject.getValue().stream().map(Contract::test)));
    }

    private static DynamicTest test(Finding finding) {
        return DynamicTest.dynamicTest(finding.rule().toString(), () -> tell(finding));
    }

    private static void tell(Finding finding) {
        switch (finding.outcome()) {
            case Outcome.Kept _ -> {}
            case Outcome.Exempt(var reason) -> Assumptions.abort(reason);
            case Outcome.Broken(var value, var remedy) -> {
                var message =
                        finding.rule().number() + " " + finding.subject() + ": " + value + "; what to do: " + remedy;
                if (finding.fails()) {
                    Assertions.fail(message);
                }
                Assumptions.abort(message);
            }
        }
    }
}
