package org.retrato.runtime.training;

import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/** Kingma and Ba, 2015. */
record Adam(double learningRate) implements Optimizer {

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        var mean = step.state("mean", old -> old.mul(0.9).add(gradient.mul(0.1)));
        var square =
                step.state("square", old -> old.mul(0.999).add(gradient.square().mul(0.001)));
        var rate = step.learningRate().div(step.iteration().rpow(0.9).rsub(1));
        var scale = square.div(step.iteration().rpow(0.999).rsub(1)).sqrt().add(1e-8);
        return step.parameter().sub(mean.div(scale).mul(rate));
    }
}
