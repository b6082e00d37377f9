package org.retrato.api;

/** Changes the learning rate while training goes on. */
@Stability(Stability.Level.EVOLVING)
public non-sealed interface Schedule extends Component {

    /**
     * Returns the factor by which the optimizer's learning rate is multiplied, evaluated in double precision each step.
     *
     * @param step the number of steps taken so far, a scalar: 0 at the first step, {@code steps - 1} at the last
     * @param steps the number of steps that training is to take, a scalar, at least 1
     * @return a scalar
     */
    Tensor at(Tensor step, Tensor steps);

    /** Returns the schedule that the catalog knows by this notation, as {@code "cosine(warmup=0.1)"}. */
    static Schedule of(String notation) {
        return new Reference(notation);
    }
}
