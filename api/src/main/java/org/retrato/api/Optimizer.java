package org.retrato.api;

/**
 * Corrects a parameter from its gradient: one step of training.
 *
 * <pre>{@code
 * public record Momentum(double learningRate, double momentum) implements Optimizer {
 *     public Momentum() { this(1e-3, 0.9); }
 *
 *     @Override public Tensor update(Step step) {
 *         var velocity = step.state("velocity", old -> old.mul(momentum).add(step.gradient()));
 *         return step.parameter().sub(velocity.mul(step.learningRate()));
 *     }
 * }
 * }</pre>
 */
@Stability(Stability.Level.EVOLVING)
public non-sealed interface Optimizer extends Component {

    /**
     * Returns the base learning rate; the record component of that name fulfils it. An optimizer that needs no rate
     * declares one of 1 and multiplies its update by it all the same, so that schedules reach it.
     */
    double learningRate();

    /**
     * Returns the formula of the new parameter; it is called once for each shape of parameter. It must use
     * {@link Step#learningRate()}, not the field: a formula that does not would silently ignore the schedule, and is
     * refused.
     */
    Tensor update(Step step);

    /** Returns the optimizer that the catalog knows by this notation, as {@code "adam(learningRate=3e-4)"}. */
    static Optimizer of(String notation) {
        return new Reference(notation);
    }
}
