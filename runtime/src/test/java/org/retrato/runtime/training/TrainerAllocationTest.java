package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.runtime.training.Training.SQUARED;
import static org.retrato.runtime.training.Training.style;
import static org.retrato.runtime.training.Training.trainer;
import static org.retrato.runtime.training.Training.waves;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.runtime.network.Network;

class TrainerAllocationTest {

    private static final int STEPS = 200;

    /** Vectors are objects until the just-in-time compiler has dealt with a loop. */
    private static final int MOST_ROUNDS = 5_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Named<Loss>> losses() {
        return Stream.of(
                Named.of("of elements", SQUARED),
                Named.of(
                        "of rows",
                        (output, target) ->
                                output.logSoftmax(-1).mul(target).sum(-1).neg()),
                Named.of(
                        "of the batch",
                        (output, target) -> output.sub(target).square().mean().sqrt()));
    }

    static final List<Optimizer> OPTIMIZERS = List.of(
            new Optimizers.Clipped(new Adam(1e-3), 0.5),
            new Optimizers.Uphill(new Optimizers.Averaged(1e-3), 0.1),
            new Optimizers.Clipped(new Optimizers.Orthogonal(1e-3), 0.5));

    @ParameterizedTest
    @MethodSource("losses")
    void a_step_allocates_nothing_once_all_is_compiled(Loss loss) {
        requireNoAllocation(loss, new Sgd(1e-3));
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void nor_does_one_that_looks_at_all_parameters(Optimizer optimizer) {
        requireNoAllocation(SQUARED, optimizer);
    }

    private static void requireNoAllocation(Loss loss, Optimizer optimizer) {
        var trainer = trainer(
                Network.dense(2, List.of(20, 9), 3),
                style(loss, optimizer),
                waves(60, 2, 3),
                new Settings(STEPS * MOST_ROUNDS, 40, 1));
        var round = 0;
        while (allocatedBySteps(trainer) > 0) {
            assertThat(++round)
                    .as("rounds of %d steps, each of which allocated", STEPS)
                    .isLessThan(MOST_ROUNDS);
        }
    }

    private static long allocatedBySteps(Trainer trainer) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        for (var step = 0; step < STEPS; step++) {
            trainer.step();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
