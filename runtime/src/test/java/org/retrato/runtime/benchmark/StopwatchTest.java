package org.retrato.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.benchmark.Stopwatch.Slice;

class StopwatchTest {

    @Test
    void what_is_steady_and_compiled_is_settled() {
        assertThat(Stopwatch.isSettled(slices(_ -> 7, _ -> 0))).isTrue();
        assertThat(Stopwatch.isSettled(slices(_ -> 7, _ -> 0).subList(1, 11))).isFalse();
    }

    @Test
    void what_still_becomes_faster_is_not_settled_but_what_varies_is() {
        assertThat(Stopwatch.isSettled(slices(slice -> 100 - slice, _ -> 0))).isFalse();
        assertThat(Stopwatch.isSettled(slices(slice -> slice % 2 == 0 ? 7 : 9, _ -> 0)))
                .isTrue();
    }

    @Test
    void nothing_is_settled_while_the_compiler_works_more_than_now_and_then() {
        assertThat(Stopwatch.isSettled(slices(_ -> 7, slice -> slice == 10 ? 0.8 : 0)))
                .isFalse();
        assertThat(Stopwatch.isSettled(slices(_ -> 7, slice -> slice == 10 ? 0.1 : 0)))
                .isTrue();
    }

    @Test
    void what_a_run_allocates_is_noticed_and_called_slow_if_it_is_more_than_a_little() {
        var kept = new AtomicReference<float[]>();
        var timing = Stopwatch.time(workload(() -> kept.set(new float[1 << 18])));
        assertThat(timing.allocated()).isGreaterThanOrEqualTo(1 << 20);
        assertThat(new Measurement(workload(() -> {}), timing, 1).isSlow()).isTrue();
        assertThat(new Measurement(workload(() -> {}), new Timing(List.of(1.0), 1000), 1).isSlow())
                .isFalse();
    }

    private static Workload workload(Runnable run) {
        return new Workload(1000, new Limit.Arithmetic(1), run);
    }

    private static List<Slice> slices(IntToDoubleFunction time, IntToDoubleFunction compiling) {
        return new ArrayList<>(IntStream.range(0, 11)
                .mapToObj(slice -> new Slice(time.applyAsDouble(slice), 0, compiling.applyAsDouble(slice)))
                .toList());
    }
}
