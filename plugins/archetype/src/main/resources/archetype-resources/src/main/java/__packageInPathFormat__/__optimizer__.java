package ${package};

import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Step;
import org.retrato.api.Tensor;

/**
 * Divides every gradient by its recent size (RMSProp; Tieleman and Hinton, 2012), so that all weights move about as fast.
 *
 * @param learningRate how far each step goes, above 0
 * @param memory the share of the mean square that is kept from step to step, in [0, 1)
 * @param epsilon keeps the quotient finite where gradients vanish, above 0
 */
public record ${optimizer}(double learningRate, double memory, double epsilon) implements Optimizer {

    public ${optimizer} {
        Range.positive("learningRate", learningRate);
        Range.fraction("memory", memory);
        Range.positive("epsilon", epsilon);
    }

    /** Holds the defaults. */
    public ${optimizer}() {
        this(1e-3, 0.9, 1e-8);
    }

    @Override
    public Tensor update(Step step) {
        var gradient = step.gradient();
        // a state begins at 0; what the formula returns is kept for the next step
        var square = step.state("square", old -> old.mul(memory).add(gradient.square().mul(1 - memory)));
        var direction = gradient.div(square.sqrt().add(epsilon)).named("direction");
        // the rate of the step, not the field, so that a schedule reaches it
        return step.parameter().sub(direction.mul(step.learningRate()));
    }
}
