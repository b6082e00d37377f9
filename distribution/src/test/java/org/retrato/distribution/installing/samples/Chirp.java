package org.retrato.distribution.installing.samples;

import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/** Is what the plugins of the tests provide. */
public record Chirp(double pace) implements Activation {

    public Chirp() {
        this(0.5);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.mul(pace).sin();
    }

    /** Is loaded when it is asked for, and not with the plugin. */
    public static final class Later {
        private Later() {}
    }
}
