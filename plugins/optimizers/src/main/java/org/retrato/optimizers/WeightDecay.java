package org.retrato.optimizers;

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Pulls weights towards 0 beside what another optimizer does: {@code p ← update(p) - η λ p}. Biases are left alone.
 *
 * <p>Loshchilov and Hutter, Decoupled weight decay regularization, 2019. Around Adam, it is {@code torch.optim.AdamW}.
 *
 * @param optimizer the one that corrects, and whose learning rate is η; default {@code classics:adam}
 * @param decay λ, the share of a weight that is taken away at a learning rate of 1, at least 0; default 0.01
 */
public record WeightDecay(Optimizer optimizer, double decay) implements Optimizer {

    public WeightDecay {
        Range.notNegative("decay", decay);
    }

    public WeightDecay() {
        this(Optimizer.of("classics:adam"), 0.01);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public Tensor update(Step step) {
        var updated = step.update(optimizer);
        return step.role() == Role.bias()
                ? updated
                : updated.sub(step.parameter().mul(step.learningRate().mul(decay)));
    }
}
