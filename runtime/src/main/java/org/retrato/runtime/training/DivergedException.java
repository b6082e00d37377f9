package org.retrato.runtime.training;

/** Says that the loss is no longer a finite number, so that going on makes no sense. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int step;

    DivergedException(int step, double loss, double learningRate) {
        super("the loss is " + loss + " at step " + step + "; " + remedy(step, learningRate));
        this.step = step;
    }

    private static String remedy(int step, double learningRate) {
        return step == 1
                ? "nothing has been learned yet: look for samples that are not finite numbers, or are huge, or have no"
                        + " finite loss, as the logarithm of 0"
                : "the weights are lost. A smaller learning rate usually helps: it was " + (float) learningRate;
    }

    /** Returns the step, counted from 1, whose loss is not finite. */
    public int step() {
        return step;
    }
}
