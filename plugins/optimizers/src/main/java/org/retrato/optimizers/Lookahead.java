package org.retrato.optimizers;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Lets another optimizer run ahead for some steps, then goes a part of the way after it, and lets it start again from there.
 *
 * <pre>
 * p ← update(p)
 * every k steps:  s ← s + α (p - s)    and    p ← s
 * </pre>
 *
 * <p>Zhang, Lucas, Hinton and Ba, Lookahead optimizer: k steps forward, 1 step back, 2019. The inner optimizer keeps its states.
 *
 * @param optimizer the one that runs ahead; default {@code classics:adam}
 * @param k how many steps it runs, at least 1; default 5
 * @param alpha α, the part of the way, in [0, 1]; default 0.5
 */
public record Lookahead(Optimizer optimizer, int k, double alpha) implements Optimizer {

    public Lookahead {
        Range.atLeast("k", k, 1);
        Range.between("alpha", alpha, 0, 1);
    }

    public Lookahead() {
        this(Optimizer.of("classics:adam"), 5, 0.5);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public Tensor update(Step step) {
        var fast = step.update(optimizer);
        var rounds = step.iteration().div(k);
        var roundEnds = rounds.equalTo(rounds.floor()).named("round ends");
        var slow = step.state(
                "slow",
                step.parameter(),
                old -> where(roundEnds, old.add(fast.sub(old).mul(alpha)), old));
        return where(roundEnds, slow, fast);
    }
}
