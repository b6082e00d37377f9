package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.retrato.runtime.training.Training.SQUARED;
import static org.retrato.runtime.training.Training.style;
import static org.retrato.runtime.training.Training.trainer;
import static org.retrato.runtime.training.Training.waves;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Network;

class TrainerTest {

    /** One minus the overlap of two shapes (Dice, 1945): a single number for the whole batch. */
    private static final Loss DICE = (output, target) -> {
        var shape = output.sigmoid();
        return shape.mul(target).sum().mul(2).div(shape.sum().add(target.sum())).rsub(1);
    };

    private static final Network SMALL = Network.dense(2, List.of(7), 3);

    @Test
    void a_hundred_steps_agree_with_the_same_training_in_plain_doubles() {
        var samples = waves(150, 2, 3); // two tiles and a short one
        var trainer = trainer(SMALL, style(SQUARED, new Sgd(0.3)), samples, new Settings(100, 0, 1));
        var plain = new PlainNetwork(trainer.model().layers());
        trainer.train(progress -> assertThat(progress.loss())
                .as("loss at step %d", progress.step())
                .isCloseTo(plain.step(samples.inputs(), samples.targets(), 0.3), within(1e-5)));

        var layers = trainer.model().layers();
        for (var j = 0; j < 7; j++) {
            for (var i = 0; i < 2; i++) {
                assertThat((double) layers.get(0).weights()[i * 7 + j]).isCloseTo(plain.hidden(i, j), within(1e-4));
            }
            for (var k = 0; k < 3; k++) {
                assertThat((double) layers.get(1).weights()[j * 3 + k]).isCloseTo(plain.output(j, k), within(1e-4));
            }
        }
    }

    @Test
    void a_gradient_at_another_point_is_that_of_the_same_batch_and_all_are_back_afterwards() {
        var samples = waves(150, 2, 3);
        var uphill = new Optimizers.Uphill(new Sgd(0.3), 0.5);
        var trainer = trainer(SMALL, style(SQUARED, uphill), samples, new Settings(50, 0, 1));
        var plain = new PlainNetwork(trainer.model().layers());
        trainer.train(progress -> assertThat(progress.loss())
                .as("loss at step %d", progress.step())
                .isCloseTo(plain.stepFromUphill(samples.inputs(), samples.targets(), 0.3, 0.5), within(1e-5)));

        assertThat((double) trainer.model().layers().get(0).weights()[6]).isCloseTo(plain.hidden(0, 6), within(1e-4));
    }

    @Test
    void a_schedule_reaches_the_optimizer_within_another() {
        Schedule falling = (step, steps) -> steps.sub(step).div(steps);
        var alone = style(SQUARED, new Adam(0.03)).with(falling);
        var within = style(SQUARED, new Optimizers.Clipped(new Adam(0.03), 1e9)).with(falling);

        assertThat(hash(within)).isEqualTo(hash(alone));
    }

    private static String hash(Composition style) {
        var trainer = trainer(SMALL, style, waves(10, 2, 3), new Settings(20, 0, 1));
        trainer.train(_ -> {});
        return trainer.model().sha256();
    }

    @Test
    void a_network_may_predict_with_other_parameters_than_those_it_goes_on_to_train() {
        var averaged = new Optimizers.Averaged(0.1);
        var plain = new Optimizer() {
            @Override
            public double learningRate() {
                return averaged.learningRate();
            }

            @Override
            public Tensor update(Step step) {
                return averaged.update(step);
            }
        };
        var samples = waves(10, 2, 3);
        var evaluating = trainer(SMALL, style(SQUARED, averaged), samples, new Settings(20, 0, 1));
        var training = trainer(SMALL, style(SQUARED, plain), samples, new Settings(20, 0, 1));
        var sum = new double[2 * 7];
        assertThat(evaluating.model().sha256()).isEqualTo(training.model().sha256());
        for (var step = 1; step <= 20; step++) {
            evaluating.step();
            training.step();
            assertThat(evaluating.progress()).isEqualTo(training.progress());
            var weights = training.model().layers().getFirst().weights();
            var mean = evaluating.model().layers().getFirst().weights();
            for (var i = 0; i < sum.length; i++) {
                sum[i] += weights[i];
                assertThat((double) mean[i]).isCloseTo(sum[i] / step, within(1e-6));
            }
        }
    }

    @Test
    void a_schedule_multiplies_the_learning_rate_of_every_step() {
        Schedule falling = (step, steps) -> steps.sub(step).div(steps);
        var samples = waves(10, 2, 3);
        var trainer = trainer(SMALL, style(SQUARED, new Sgd(0.3)).with(falling), samples, new Settings(20, 0, 1));
        var plain = new PlainNetwork(trainer.model().layers());
        var rates = new ArrayList<Double>();
        trainer.train(progress -> {
            rates.add(progress.learningRate());
            var rate = 0.3 * (21 - progress.step()) / 20;
            assertThat(progress.loss()).isCloseTo(plain.step(samples.inputs(), samples.targets(), rate), within(1e-5));
        });

        assertThat(rates).hasSize(20).startsWith(0.3).endsWith(0.3 / 20);
    }

    @Test
    void a_schedule_that_yields_no_scalar_is_refused() {
        record Broken() implements Schedule {
            @Override
            public Tensor at(Tensor step, Tensor steps) {
                return step.unsqueeze(0);
            }
        }
        var style = style(SQUARED, new Sgd(1)).with(new Broken());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(SMALL, style, waves(9, 2, 3), new Settings(1, 0, 1)))
                .withMessage(
                        "the formula of the schedule Broken[] is wrong: it yields the shape [1], but must yield a scalar");
    }

    @Test
    void the_loss_of_a_step_is_the_mean_over_all_that_the_loss_yields() {
        var samples = waves(100, 2, 3);
        var perElement = firstLoss(SQUARED, samples);
        var perRow = firstLoss((output, target) -> output.sub(target).square().sum(-1), samples);
        var perBatch = firstLoss((output, target) -> output.sub(target).square().mean(), samples);

        assertThat(perRow).isCloseTo(3 * perElement, within(1e-6));
        assertThat(perBatch).isCloseTo(perElement, within(1e-6));
    }

    @Test
    void a_loss_of_the_whole_batch_takes_the_same_steps_as_its_parts() {
        var samples = waves(150, 2, 3);
        var settings = new Settings(30, 0, 1);
        var parts = trainer(SMALL, style(SQUARED, new Sgd(0.3)), samples, settings);
        Loss mean = (output, target) -> output.sub(target).square().mean();
        var whole = trainer(SMALL, style(mean, new Sgd(0.3)), samples, settings);

        assertThat(Training.last(whole)).isCloseTo(Training.last(parts), within(1e-6));
    }

    @Test
    void a_loss_of_the_whole_batch_is_computed_from_all_rows_and_trained() {
        var samples = waves(200, 2, 1);
        for (var i = 0; i < 200; i++) {
            samples.targets()[i] = samples.targets()[i] > 0 ? 1 : 0;
        }
        var network = Network.dense(2, List.of(9), 1);
        var trainer = trainer(network, style(DICE, new Adam(0.02)), samples, new Settings(200, 0, 3));
        var expected = dice(trainer.model().predict(samples.inputs(), Training.ONE), samples.targets());
        trainer.step();

        assertThat(trainer.progress().loss()).isCloseTo(expected, within(1e-6));
        assertThat(Training.last(trainer)).isLessThan(0.1);
    }

    @Test
    void a_loss_that_is_not_finite_ends_training_before_the_weights_change() {
        var samples = waves(50, 2, 3);
        var trainer = trainer(SMALL, style(SQUARED, new Sgd(1e20)), samples, new Settings(100, 0, 1));
        var steps = new ArrayList<Progress>();
        var diverged = catchThrowableOfType(DivergedException.class, () -> trainer.train(steps::add));
        var weights = trainer.model().sha256();

        assertThat(diverged.step()).isEqualTo(steps.size() + 1).isGreaterThan(1);
        assertThat(diverged)
                .hasMessageMatching("the loss is (Infinity|NaN) at step " + diverged.step()
                        + "; the weights are lost. A smaller learning rate usually helps: it was 1.0E20");
        assertThatThrownBy(trainer::step).isInstanceOf(DivergedException.class);
        assertThat(trainer.model().sha256()).isEqualTo(weights);
    }

    @Test
    void samples_that_are_no_numbers_are_blamed_before_anything_is_learned() {
        var samples = waves(50, 2, 3);
        samples.inputs()[17] = Float.NaN;
        var trainer = trainer(SMALL, style(SQUARED, new Sgd(0.1)), samples, new Settings(100, 0, 1));

        assertThatThrownBy(trainer::step)
                .isInstanceOf(DivergedException.class)
                .hasMessage(
                        "the loss is NaN at step 1; nothing has been learned yet:"
                                + " look for samples that are not finite numbers, or are huge, or have no finite loss, as the logarithm of 0");
    }

    @Test
    void after_the_last_step_training_is_finished() {
        var trainer = trainer(SMALL, style(SQUARED, new Sgd(0.1)), waves(9, 2, 3), new Settings(3, 0, 1));
        var steps = new ArrayList<Integer>();
        trainer.train(progress -> steps.add(progress.step()));

        assertThat(steps).containsExactly(1, 2, 3);
        assertThat(trainer.isFinished()).isTrue();
        assertThatIllegalStateException().isThrownBy(trainer::step).withMessage("all 3 steps have been taken");
    }

    @Test
    void samples_that_do_not_fit_the_network_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(SMALL, style(SQUARED, new Sgd(0.1)), waves(9, 4, 5), new Settings(3, 0, 1)))
                .withMessage("the samples have 4 inputs and 5 targets, the network 2 and 3");
    }

    private static double firstLoss(Loss loss, Samples samples) {
        var trainer = trainer(SMALL, style(loss, new Sgd(0.1)), samples, new Settings(1, 0, 1));
        trainer.step();
        return trainer.progress().loss();
    }

    private static double dice(float[] outputs, float[] targets) {
        var both = 0.0;
        var sum = 0.0;
        for (var i = 0; i < outputs.length; i++) {
            var shape = 1 / (1 + Math.exp(-outputs[i]));
            both += shape * targets[i];
            sum += shape + targets[i];
        }
        return 1 - 2 * both / sum;
    }
}
