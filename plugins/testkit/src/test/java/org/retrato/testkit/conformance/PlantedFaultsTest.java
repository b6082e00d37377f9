package org.retrato.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.retrato.api.Component;
import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.testkit.rule.Finding;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Report;
import org.retrato.testkit.rule.Rule;

/** Plants faults, and sees each caught by the rule that is meant to, with a value and a remedy, and by no other MUST. */
class PlantedFaultsTest {

    static final List<Arguments> MUST = List.of(
            fault("A1", ActivationFaults.Collapsed.class, "[batch, 8] becomes [batch]"),
            fault("A2", ActivationFaults.BatchNormalized.class, "in a batch of three"),
            fault("A3", ActivationFaults.Counting.class, "recorded twice"),
            fault("A8", ActivationFaults.Symmetric.class, "begin as 0.1"),
            fault("A8", ActivationFaults.Turned.class, "the layer needs"),
            fault("A8", ActivationFaults.Unbounded.class, "begins as Infinity"),
            fault("A4", ActivationFaults.Logarithm.class, "at 0 the value is -Infinity"),
            fault("A4", ActivationFaults.Root.class, "at 0 "),
            fault("A5", ActivationFaults.Detached.class, "but the slope is"),
            fault("A5", ActivationFaults.DetachedGate.class, "but the slope is"),
            fault("A5", ActivationFaults.WrongAtOne.class, "at 1 the derivative is 5, but the slope is 1"),
            fault("A6", ActivationFaults.NaiveSoftplus.class, "in float32"),
            fault("A6", ActivationFaults.NaiveTanh.class, "in float32 is NaN"),
            fault("A6", ActivationFaults.NaiveSoftmax.class, "in float32 is NaN"),
            fault("L1", LossFaults.Columns.class, "it yields [2]"),
            fault("L1", LossFaults.ThreeColours.class, "slice"),
            fault("L2", LossFaults.CountingLoss.class, "recorded twice"),
            fault("L3", LossFaults.NoPrediction.class, "categories are predicted as"),
            fault("L3", LossFaults.MeanPrediction.class, "become predictions [batch]"),
            fault("L4", LossFaults.Relative.class, "for the target 0 the loss is Infinity"),
            fault("L5", LossFaults.Reduced.class, "four rows cost"),
            fault("L6", LossFaults.NaiveBinary.class, "in float32"),
            fault("L7", LossFaults.DetachedError.class, "but the slope is"),
            fault("L8", LossFaults.Binomial.class, "for outputs near 1000"),
            fault("L9", LossFaults.Rewarding.class, "if one is off by"),
            fault("L9", LossFaults.Biased.class, "if one is off by"),
            fault("L9", LossFaults.Blind.class, "and wherever one is off"),
            fault("L9", LossFaults.Unlikely.class, "downhill"),
            fault("L9", LossFaults.Contrary.class, "downhill"),
            fault("O1", OptimizerFaults.Deaf.class, "step.learningRate()"),
            fault("O1", OptimizerFaults.Idle.class, "learningRate() is 0"),
            fault("O2", OptimizerFaults.Forgetful.class, "saved and restored"),
            fault("O3", OptimizerFaults.Climbing.class, "in twenty steps"),
            fault("O3", OptimizerFaults.Undefined.class, "no longer finite"),
            fault("O4", OptimizerFaults.Decaying.class, "at a learning rate of 0"),
            fault("O4", OptimizerFaults.Rooted.class, "at a thousandth by"),
            fault("O5", OptimizerFaults.Imprecise.class, "in float32"),
            fault("O6", OptimizerFaults.Sized.class, "in a tensor of 6"),
            fault("O7", OptimizerFaults.Dividing.class, "a parameter is NaN"),
            fault("O8", OptimizerFaults.Cubic.class, "after a gradient of 1e15"),
            fault("O9", OptimizerFaults.Sampled.class, "with one weight and one bias"),
            fault("O10", OptimizerFaults.Threaded.class, "on 2 threads"),
            fault("O11", OptimizerFaults.Dying.class, "in 400 steps"),
            fault("O12", OptimizerFaults.Frightened.class, "the planes are missed"),
            fault("S1", ComponentFaults.Vector.class, "[1]"),
            fault("S2", ComponentFaults.CountingDown.class, "recorded twice"),
            fault("S3", ComponentFaults.ToZero.class, "at step 0 of 1 the factor is NaN"),
            fault("S3", ComponentFaults.BelowZero.class, "at step 2 of 3 the factor is -0.33333"),
            fault("S5", ComponentFaults.Hasty.class, "the loss is"),
            fault("H1", ComponentFaults.Dangling.class, "unknown plugin 'nowhere'"),
            fault("H1", ComponentFaults.Hidden.class, "it must be a record"),
            fault("H1", ComponentFaults.Strict.class, "slope = 0 is out of range"),
            fault("H2", ComponentFaults.Careless.class, "slope = NaN is accepted"),
            fault("H2", ComponentFaults.Curt.class, "must be positive"),
            fault("H3", ComponentFaults.Boasting.class, "which is read as"));

    static final List<Arguments> SHOULD = List.of(
            fault("A7", ActivationFaults.Hiding.class, "NaN becomes 0"),
            fault("A9", ActivationFaults.Fading.class, "the variance"),
            fault("A10", ActivationFaults.Exploding.class, "the gradient"),
            fault("L10", LossFaults.Counts.class, "for the target -1000 the loss is NaN"),
            fault("O13", OptimizerFaults.Tiring.class, "in 4000 steps"),
            fault("S4", ComponentFaults.Doubling.class, "is 2"),
            fault("S6", ComponentFaults.Secretive.class, "Activation, Loss, Optimizer"),
            fault("H4", ComponentFaults.Surprising.class, "no range is declared for slope"),
            fault("H5", ComponentFaults.Bend.class, "'bend' in Texts.properties"));

    private static Arguments fault(String rule, Class<? extends Component> component, String value) {
        return Arguments.of(rule, component, value);
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @FieldSource("MUST")
    void a_fault_is_caught_by_its_rule_and_by_no_other_must(
            String rule, Class<? extends Component> component, String value) {
        var report = check(component);

        assertThat(broken(report, Finding::fails)).containsExactly(rule);
        assertThat(outcome(report, rule).value()).contains(value);
        assertThat(outcome(report, rule).remedy()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} mentions {1}")
    @FieldSource("SHOULD")
    void what_there_may_be_reasons_for_is_mentioned_and_fails_nothing(
            String rule, Class<? extends Component> component, String value) {
        var report = check(component);

        assertThat(report.passes()).as("%s", broken(report, Finding::fails)).isTrue();
        assertThat(broken(report, Finding::advises)).contains(rule);
        assertThat(outcome(report, rule).value()).contains(value);
        assertThat(outcome(report, rule).remedy()).isNotBlank();
    }

    /** Goes by the gradient where a plain step leads (Korpelevich, 1976): of each element by itself, yet at another point. */
    public record Extragradient(double learningRate) implements Optimizer {
        public Extragradient {
            Range.positive("learningRate", learningRate);
        }

        public Extragradient() {
            this(0.1);
        }

        @Override
        public Tensor update(Step step) {
            var ahead = step.parameter().sub(step.gradient().mul(step.learningRate()));
            return step.parameter().sub(step.gradientAt(ahead).mul(step.learningRate()));
        }
    }

    @Test
    void an_optimizer_that_looks_at_another_point_breaks_no_must() {
        assertThat(broken(check(Extragradient.class), Finding::fails)).isEmpty();
    }

    @Test
    void every_rule_is_seen_to_fail() {
        var seen = Stream.of(MUST, SHOULD, PlantedJarsTest.FAULTS)
                .flatMap(List::stream)
                .map(fault -> (String) fault.get()[0]);
        // these two have tests of their own, with the faults in JARs
        assertThat(Stream.concat(seen, Stream.of("P1", "P9")).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Conformance.rules().stream().<String>map(Rule::number).toList());
    }

    private static Report check(Class<? extends Component> component) {
        var parts = List.of(
                ComponentFaults.Bend.class,
                ComponentFaults.Distance.class,
                ComponentFaults.Descent.class,
                ComponentFaults.Steady.class);
        var all = Stream.concat(Stream.of(component), parts.stream())
                .<Class<? extends Component>>map(type -> type.asSubclass(Component.class))
                .distinct()
                .toList();
        return Conformance.of(List.of(component), Classes.catalog(all, Map.of()));
    }

    private static Set<String> broken(Report report, Predicate<Finding> how) {
        var numbers = new TreeSet<String>();
        report.findings().stream()
                .filter(how)
                .forEach(finding -> numbers.add(finding.rule().number()));
        return numbers;
    }

    private static Outcome.Broken outcome(Report report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule().number().equals(rule))
                .map(Finding::outcome)
                .filter(Outcome.Broken.class::isInstance)
                .map(Outcome.Broken.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
