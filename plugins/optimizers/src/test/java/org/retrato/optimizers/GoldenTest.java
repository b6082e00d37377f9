package org.retrato.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Optimizer;
import org.retrato.classics.Adam;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.Objective;

/** Compares every optimizer with a reference implementation in double precision. */
class GoldenTest {

    @ParameterizedTest
    @MethodSource("cases")
    void an_optimizer_takes_the_steps_of_the_reference(String name) {
        assertSteps(name, Cases.OPTIMIZERS.get(name), Formulas.inDoubles(), 1e-9);
    }

    /** Newton and Schulz enlarge small errors, and the loss decides the steps of Polyak. */
    @ParameterizedTest
    @MethodSource("cases")
    void the_steps_of_what_training_runs_stay_near(String name) {
        assertSteps(name, Cases.OPTIMIZERS.get(name), Formulas.compiled(), 2e-4);
    }

    static Set<String> cases() {
        return Cases.OPTIMIZERS.keySet();
    }

    @Test
    void muon_takes_the_steps_of_pytorch_but_for_the_digits_that_bfloat16_lacks() {
        assertSteps(
                "muon(optimizer=adam)#pytorch",
                new Muon(new Adam(), 0.02, 0.95, 5),
                Formulas.inDoubles(),
                0.02,
                Set.of("1", "2", "5"));
    }

    @Test
    void nothing_that_was_recorded_is_left_out() {
        assertThat(Cases.GOLDEN.cases().keySet())
                .filteredOn(name -> !name.equals("problem") && !name.contains("#"))
                .containsExactlyInAnyOrderElementsOf(Cases.OPTIMIZERS.keySet());
    }

    private static void assertSteps(String name, Optimizer optimizer, Formulas formulas, double tolerance) {
        var steps = Cases.GOLDEN.cases().get(name).keySet().stream()
                .map(key -> key.split("\\.")[0])
                .collect(Collectors.toSet());
        assertSteps(name, optimizer, formulas, tolerance, steps);
    }

    private static void assertSteps(
            String name, Optimizer optimizer, Formulas formulas, double tolerance, Set<String> steps) {
        var trajectory = formulas.trajectory(optimizer, Cases.PROBLEM, Cases.STEPS);
        Cases.GOLDEN.cases().get(name).forEach((key, expected) -> {
            var words = List.of(key.split("\\."));
            if (steps.contains(words.getFirst())) {
                var place = trajectory.get(Integer.parseInt(words.getFirst()) - 1);
                assertThat(elements(place, words)).as(key).containsExactly(expected, within(tolerance));
            }
        });
    }

    private static double[] elements(Objective.Place place, List<String> words) {
        var parameters = words.size() > 2 ? place.evaluated() : place.parameters();
        return parameters.get(Cases.PARAMETERS.indexOf(words.get(1)));
    }
}
