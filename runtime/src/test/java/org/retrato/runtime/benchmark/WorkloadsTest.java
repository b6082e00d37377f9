package org.retrato.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;

/** Prepares workloads of sizes that fit nothing, and runs them. */
class WorkloadsTest {

    private final Compiler compiler = new Compiler(new KernelCompiler());
    private final Workers workers = new Workers(2);
    private final Workloads workloads = new Workloads(compiler, workers);

    /** Keeps two states of the shape of the weights, and one number. */
    private record Demanding(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var mean = step.state("mean", old -> old.mul(0.9).add(step.gradient()));
            var size =
                    step.state("size", old -> old.mul(0.9).add(step.gradient().abs()));
            var count = step.state("count", step.constant(0), old -> old.add(1));
            return step.parameter().sub(mean.div(size.add(count)).mul(step.learningRate()));
        }
    }

    @AfterEach
    void end_threads() {
        workers.close();
    }

    @Test
    void each_product_of_a_layer_is_two_operations_for_each_weight_and_row() {
        for (var workload : List.of(
                workloads.forward(13, 70, 131),
                workloads.inputGradient(13, 70, 131),
                workloads.weightGradient(13, 70, 131))) {
            workload.run().run();
            assertThat(workload.amount()).isEqualTo(2.0 * 13 * 70 * 131);
            assertThat(workload.limit()).isEqualTo(new Limit.Arithmetic(2));
        }
    }

    @Test
    void a_step_is_three_products_a_layer_but_two_for_the_first_which_passes_no_gradient_on() {
        Loss squares = (output, target) -> output.sub(target).square();
        var style = new Composition(Tensor::tanh, squares, new Demanding(0.1), (step, steps) -> step.constant(1));
        var model = new Model(Network.dense(3, List.of(5), 2), style.activation(), squares, Randomness.of(1), compiler);
        var samples = Samples.of(new float[7][3], new float[7][2]);
        var trainer = new Trainer(model, style, samples, new Settings(9, 0, 1), compiler, workers);
        var workload = workloads.step(trainer, 7);
        workload.run().run();
        assertThat(workload.amount()).isEqualTo(7 * 2 * (2.0 * 3 * 5 + 3.0 * 5 * 2));
    }

    @Test
    void activations_and_losses_read_their_arguments_and_write_their_value() {
        assertThat(ran(workloads.activation(Tensor::sin, 40_001)).limit()).isEqualTo(new Limit.Memory(1, 0, 1, 40_001));
        assertThat(ran(workloads.loss(Tensor::sub, 40_001)).limit()).isEqualTo(new Limit.Memory(2, 0, 1, 40_001));
    }

    @Test
    void what_looks_at_several_elements_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> workloads.activation(x -> x.sub(x.mean()), 100));
    }

    @Test
    void an_update_reads_the_gradient_and_moves_weights_and_states_there_and_back() {
        var workload = ran(workloads.update(new Demanding(0.1), 5, 7));
        assertThat(workload.limit()).isEqualTo(new Limit.Memory(1, 3, 0, 35));
        assertThat(workload.amount()).isEqualTo(4.0 * 35 * 7);
    }

    @Test
    void the_limits_themselves_can_be_run() {
        assertThat(ran(workloads.limit(new Limit.Arithmetic(1))).amount() * 2)
                .isEqualTo(ran(workloads.limit(workloads.arithmetic())).amount());
        assertThat(ran(workloads.limit(new Limit.Memory(2, 1, 1, 20_001))).amount())
                .isEqualTo(4.0 * 20_001 * 5);
    }

    private static Workload ran(Workload workload) {
        workload.run().run();
        return workload;
    }
}
