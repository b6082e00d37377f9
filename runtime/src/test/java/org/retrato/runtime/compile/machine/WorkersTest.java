package org.retrato.runtime.compile.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void every_task_is_done_once_in_each_of_many_runs(int threads) {
        try (var workers = new Workers(threads)) {
            for (int run = 0; run < 2_000; run++) {
                var done = new int[run % 23];
                workers.run(done.length, (index, worker) -> done[index]++);
                assertThat(done).containsOnly(Arrays.stream(done).map(any -> 1).toArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void no_two_tasks_have_the_same_worker_at_a_time(int threads) {
        try (var workers = new Workers(threads)) {
            assertThat(workers.threads()).isEqualTo(threads);
            var busy = new AtomicIntegerArray(threads);
            workers.run(5_000, (index, worker) -> {
                assertThat(busy.incrementAndGet(worker)).isOne();
                busy.decrementAndGet(worker);
            });
        }
    }

    @Test
    void all_threads_take_part_even_after_they_were_idle() {
        try (var workers = new Workers(3)) {
            for (int run = 0; run < 20; run++) {
                var meeting = new CyclicBarrier(3);
                workers.run(3, (index, worker) -> assertThatCode(meeting::await).doesNotThrowAnyException());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void what_a_task_throws_reaches_the_caller_and_the_pool_goes_on(int threads) {
        try (var workers = new Workers(threads)) {
            for (int run = 0; run < 100; run++) {
                assertThatThrownBy(() -> workers.run(50, (index, worker) -> {
                            if (index == 20) {
                                throw new ArithmeticException("task 20");
                            }
                        }))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage("task 20");
                assertThat(count(workers, 50)).isEqualTo(50);
            }
        }
    }

    @Test
    void errors_propagate_too() {
        try (var workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.run(4, (index, worker) -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void a_task_must_not_start_a_run() {
        try (var workers = new Workers(2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> workers.run(1, (index, worker) -> workers.run(1, (inner, any) -> {})))
                    .withMessageContaining("a task must not start one");
            assertThat(count(workers, 8)).isEqualTo(8);
        }
    }

    @Test
    void an_interrupt_leaves_the_run_whole_and_stays_set() {
        try (var workers = new Workers(3)) {
            Thread.currentThread().interrupt();
            assertThat(count(workers, 1_000)).isEqualTo(1_000);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closing_ends_the_threads() throws InterruptedException {
        var workers = new Workers(3);
        var threads = new Thread[3];
        var meeting = new CyclicBarrier(3);
        workers.run(3, (index, worker) -> {
            threads[worker] = Thread.currentThread();
            assertThatCode(meeting::await).doesNotThrowAnyException();
        });
        workers.close();
        assertThat(threads[0]).isEqualTo(Thread.currentThread());
        assertThat(threads[1].isDaemon()).isTrue();
        threads[1].join();
        threads[2].join();
        assertThatIllegalStateException().isThrownBy(() -> count(workers, 1)).withMessage("the workers are closed");
    }

    @Test
    void there_is_at_least_one_thread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workers(0))
                .withMessage("threads is 0; it must be at least 1");
    }

    private static int count(Workers workers, int tasks) {
        var done = new AtomicInteger();
        workers.run(tasks, (index, worker) -> done.incrementAndGet());
        return done.get();
    }
}
