package org.retrato.runtime.training;

import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Goes down the slope. */
record Sgd(double learningRate) implements Optimizer {

    @Override
    public Tensor update(Step step) {
        return step.parameter().sub(step.gradient().mul(step.learningRate()));
    }
}
