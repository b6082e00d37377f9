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
     * declares one of 1 and multiplies its update by it all the same, so that schedules reach it. One that only wraps
     * another returns that one's.
     */
    double learningRate();

    /**
     * Returns the formula of the new parameter; it is called once for each shape and role of parameter. It must
     * use {@link Step#learningRate()}, not the field: a formula that does not would silently ignore the schedule, and is
     * refused.
     */
    Tensor update(Step step);

    /**
     * Returns the formula of the parameter with which the network predicts, where that is not the one with which it trains
     * (Schedule-Free, averages of weights). It reads {@link Step#parameter()}, {@link Step#state(String)}, {@link Step#role()}
     * and {@link Step#iteration()}, the number of steps taken; the rest belongs to {@link #update}. Training goes on from the
     * training parameters.
     *
     * <p>{@code step.parameter()} is the parameter after the last step, as the optimizer inside this one evaluates it. The
     * default returns just that, so an optimizer around another need not care.
     */
    default Tensor evaluation(Step step) {
        return step.parameter();
    }

    /** Returns the optimizer that the catalog knows by this notation, as {@code "adam(learningRate=3e-4)"}. */
    static Optimizer of(String notation) {
        return new Reference(notation);
    }
}
