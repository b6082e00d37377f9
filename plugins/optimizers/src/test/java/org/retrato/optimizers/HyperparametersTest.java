package org.retrato.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.retrato.api.Optimizer;
import org.retrato.classics.Sgd;

class HyperparametersTest {

    private static final Optimizer ADAM = Optimizer.of("classics:adam");

    @Test
    void the_defaults_are_those_of_the_papers() {
        assertThat(new Clip()).isEqualTo(new Clip(ADAM, 1));
        assertThat(new WeightDecay()).isEqualTo(new WeightDecay(ADAM, 0.01));
        assertThat(new Lookahead()).isEqualTo(new Lookahead(ADAM, 5, 0.5));
        assertThat(new Sam()).isEqualTo(new Sam(ADAM, 0.05));
        assertThat(new Muon()).isEqualTo(new Muon(ADAM, 0.02, 0.95, 5));
        assertThat(new Lamb()).isEqualTo(new Lamb(1e-2, 0.9, 0.999, 1e-6, 0.01));
        assertThat(new ScheduleFreeAdam()).isEqualTo(new ScheduleFreeAdam(2.5e-3, 0.9, 0.999, 1e-8, 0));
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        refuses(() -> new Clip(ADAM, 0), "norm = 0 is out of range; it must be > 0");
        refuses(() -> new WeightDecay(ADAM, -1), "decay = -1 is out of range; it must be >= 0");
        refuses(() -> new Lookahead(ADAM, 0, 0.5), "k = 0 is out of range; it must be >= 1");
        refuses(() -> new Lookahead(ADAM, 5, 2), "alpha = 2 is out of range; it must be in [0, 1]");
        refuses(() -> new Sam(ADAM, -1), "rho = -1 is out of range; it must be >= 0");
        refuses(() -> new Muon(ADAM, 0.02, 1, 5), "momentum = 1 is out of range; it must be in [0, 1)");
        refuses(() -> new Muon(ADAM, 0.02, 0.95, 0), "iterations = 0 is out of range; it must be >= 1");
        refuses(
                () -> new ScheduleFreeAdam(1, 0, 0.999, 1e-8, 0),
                "beta1 = 0 is out of range; it must be in [0.1, 0.999]");
        refuses(() -> new Polyak(1, Double.NaN, 1), "lowest = NaN is out of range; it must be finite");
        refuses(() -> new Polyak(1, 0, 0), "caution = 0 is out of range; it must be > 0");
    }

    @Test
    void one_around_another_has_the_rate_of_that() {
        assertThat(new Lookahead(new Clip(new Sam(new WeightDecay(new Sgd(0.3), 0), 0), 1), 1, 0).learningRate())
                .isEqualTo(0.3);
    }

    private static void refuses(ThrowingCallable construction, String message) {
        assertThatIllegalArgumentException().isThrownBy(construction).withMessage(message);
    }
}
