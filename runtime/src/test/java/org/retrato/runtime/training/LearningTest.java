package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.retrato.api.Loss;
import org.retrato.api.Target;
import org.retrato.api.Tensor;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Network;

/** Trains until something has been learned. */
class LearningTest {

    private static final long SEED = 11;

    /** The surprise at the right category. */
    private record Surprise() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.logSoftmax(-1).mul(target).sum(-1).neg();
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.softmax(-1);
        }

        @Override
        public Target target() {
            return Target.categories();
        }
    }

    @Test
    void a_regression_learns_a_sine() {
        var inputs = new float[100][1];
        var targets = new float[100][1];
        for (var i = 0; i < 100; i++) {
            inputs[i][0] = i / 50f - 1;
            targets[i][0] = (float) Math.sin(3 * inputs[i][0]);
        }
        var style = Training.style(Training.SQUARED, new Adam(0.01));
        var trainer = Training.trainer(
                Network.dense(1, List.of(16, 16), 1), style, Samples.of(inputs, targets), new Settings(600, 0, SEED));

        assertThat(Training.last(trainer)).isLessThan(1e-4);
        assertThat(trainer.model().predict(new float[][] {{0.5f}})[0][0]).isBetween(0.97f, 1.02f);
    }

    @Test
    void a_classification_learns_two_moons_from_batches_drawn_at_random() {
        var training = moons(new Random(SEED), 400);
        var style = Training.style(new Surprise(), new Adam(0.02));
        var trainer =
                Training.trainer(Network.dense(2, List.of(16, 16), 2), style, training, new Settings(400, 64, SEED));
        trainer.train(_ -> {});

        var unseen = moons(new Random(SEED + 1), 400);
        var predicted = trainer.model().predict(unseen.inputs(), Training.ONE);
        var right = 0;
        for (var i = 0; i < 400; i++) {
            assertThat(predicted[2 * i] + predicted[2 * i + 1]).isBetween(0.9999f, 1.0001f);
            right += predicted[2 * i] > 0.5 == unseen.targets()[2 * i] > 0.5 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(400 * 97 / 100);
    }

    /** Two half circles that reach into each other. */
    private static Samples moons(Random random, int count) {
        var inputs = new float[2 * count];
        var targets = new float[2 * count];
        for (var i = 0; i < count; i++) {
            var angle = Math.PI * random.nextDouble();
            var upper = i % 2 == 0;
            inputs[2 * i] =
                    (float) (Math.cos(angle) * (upper ? 1 : -1) + (upper ? 0 : 1) + 0.1 * random.nextGaussian());
            inputs[2 * i + 1] =
                    (float) (Math.sin(angle) * (upper ? 1 : -1) + (upper ? 0 : 0.5) + 0.1 * random.nextGaussian());
            targets[2 * i + (upper ? 0 : 1)] = 1;
        }
        return new Samples(count, inputs, targets);
    }
}
