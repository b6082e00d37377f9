package org.retrato.classics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

    @Test
    void the_defaults_are_those_of_pytorch() {
        assertThat(new Sgd()).isEqualTo(new Sgd(1e-3));
        assertThat(new Momentum()).isEqualTo(new Momentum(1e-3, 0.9));
        assertThat(new Adam()).isEqualTo(new Adam(1e-3, 0.9, 0.999, 1e-8));
        assertThat(new Rmsprop()).isEqualTo(new Rmsprop(1e-2, 0.99, 1e-8));
        assertThat(new Huber()).isEqualTo(new Huber(1));
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        refuses(() -> new Huber(0), "delta = 0 is out of range; it must be > 0");
        refuses(() -> new Sgd(-1), "learningRate = -1 is out of range; it must be > 0");
        refuses(() -> new Momentum(1e-3, 1), "momentum = 1 is out of range; it must be in [0, 1)");
        refuses(() -> new Adam(1e-3, -0.1, 0.999, 1e-8), "beta1 = -0.1 is out of range; it must be in [0, 1)");
        refuses(() -> new Adam(1e-3, 0.9, 1, 1e-8), "beta2 = 1 is out of range; it must be in [0, 1)");
        refuses(() -> new Adam(1e-3, 0.9, 0.999, 0), "epsilon = 0 is out of range; it must be > 0");
        refuses(() -> new Rmsprop(1e-2, Double.NaN, 1e-8), "alpha = NaN is out of range; it must be in [0, 1)");
        refuses(() -> new Cosine(1), "warmup = 1 is out of range; it must be in [0, 1)");
        refuses(() -> new StepDecay(1.5, 0.5), "every = 1.5 is out of range; it must be in [0, 1]");
        refuses(() -> new StepDecay(0.25, 2), "factor = 2 is out of range; it must be in [0, 1]");
        refuses(() -> new Exponential(0), "last = 0 is out of range; it must be > 0");
    }

    private static void refuses(ThrowingCallable construction, String message) {
        assertThatIllegalArgumentException().isThrownBy(construction).withMessage(message);
    }
}
