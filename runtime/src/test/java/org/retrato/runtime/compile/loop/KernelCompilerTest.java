package org.retrato.runtime.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class KernelCompilerTest {

    private final ArrayList<Runnable> warmUps = new ArrayList<>();
    private final KernelCompiler compiler = new KernelCompiler(warmUps::add);

    @Test
    void each_new_kernel_can_be_warmed_up_once() {
        var kernel = compiler.compile(blend());

        assertThat(compiler.compile(blend())).isSameAs(kernel);
        assertThat(warmUps).containsExactly(new WarmUp(kernel, 8, 3));
        warmUps.getFirst().run();
    }

    @Test
    void so_can_all_stages_of_a_large_one() {
        var loop = new Loop();
        var sum = loop.constant(0);
        for (var array = 0; array < 100; array++) {
            sum = sum.add(loop.load(array).mul(loop.scalar(array)).sqrt());
        }
        loop.store(100, sum);
        compiler.compile(loop);

        assertThat(warmUps).hasSizeGreaterThan(1);
        warmUps.forEach(Runnable::run);
    }

    /** Uses the arrays 2, 5 and 7, and the scalar 2. */
    private static Loop blend() {
        var loop = new Loop();
        loop.store(7, loop.load(2).fma(loop.scalar(2), loop.load(5)));
        return loop;
    }
}
