package org.retrato.testkit.optimizer;

import java.util.List;
import org.retrato.api.Optimizer;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for optimizers. */
public final class OptimizerRules {

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Optimizer>> ALL = List.of(
            Rule.ground(
                    "O1",
                    "It updates every parameter of a network, by a learning rate above 0",
                    "A parameter keeps its shape, and a formula that leaves out step.learningRate() would ignore the schedule.",
                    Updates::recorded),
            Rule.ground(
                    "O2",
                    "Saved and restored, it goes on with the same bits",
                    "A training that was interrupted ends as if it had not been; only the parameter and the states are saved.",
                    Updates::resumed),
            Rule.ground(
                    "O3",
                    "In twenty steps the loss goes down",
                    "At its own learning rate, a tenth or a hundredth of it, on a small network.",
                    Progress::twentySteps),
            Rule.must(
                    "O4",
                    "It obeys the learning rate",
                    "At a rate of 0 nothing moves, and at a thousandth much less: so schedules warm up and cool down.",
                    Progress::rate),
            Rule.must(
                    "O5",
                    "A hundred steps in float32 follow those in doubles",
                    "Training runs in float32; a difference of running means can vanish in it.",
                    Updates::precision),
            Rule.must(
                    "O6",
                    "A formula for each element does not care how parameters are split into tensors",
                    "Who splits a layer in two gets the same weights; formulas that look at a whole tensor are exempt.",
                    Updates::split),
            Rule.must(
                    "O7",
                    "A gradient of zero leaves all parameters finite",
                    "Dead units have one; 0/0 would spread from them.",
                    Updates::zero),
            Rule.must(
                    "O8",
                    "A huge gradient leaves all parameters finite",
                    "One outlier of 1e15 costs a step, not the training.",
                    Updates::huge),
            Rule.must(
                    "O9",
                    "It trains a tensor of one element",
                    "The bias of a single output is one; means over other elements divide by 0 there.",
                    Progress::single),
            Rule.must(
                    "O10",
                    "The number of threads changes nothing",
                    "It decides how fast a training is, never what comes of it.",
                    Progress::threads),
            Rule.ground(
                    "O11",
                    "It reaches the minimum of a quadratic",
                    "In 400 steps, at some learning rate that falls along a line; the easiest problem there is.",
                    Progress::quadratic),
            Rule.must(
                    "O12",
                    "It finds the planes in a noisy regression",
                    "In 400 batches of 16, at some learning rate: gradients of a batch are right in the mean only.",
                    Progress::noisy),
            Rule.should(
                    "O13",
                    "It reaches the minimum of Rosenbrock's valley",
                    "In 4000 steps, at some learning rate; a curved valley tells how it deals with steep walls.",
                    Progress::rosenbrock));

    private OptimizerRules() {}
}
