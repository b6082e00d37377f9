package org.retrato.runtime.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LoopTest {

    private final Loop loop = new Loop();

    @Test
    void a_value_built_twice_is_the_same_value() {
        var x = loop.load(0);
        assertThat(x.mul(2f).add(x)).isEqualTo(x.mul(2f).add(x)).isNotEqualTo(x.add(x.mul(2f)));
        assertThat(Exponentials.exp(x)).isEqualTo(Exponentials.exp(x));
    }

    @Test
    void constants_that_differ_in_bits_only_are_different_values() {
        assertThat(loop.constant(0f)).isNotEqualTo(loop.constant(-0f));
        assertThat(loop.constant(Float.NaN)).isEqualTo(loop.constant(Float.NaN));
    }

    @Test
    void a_loop_lists_what_its_stores_need_and_the_stores_last() {
        var x = loop.load(0);
        Exponentials.exp(x);
        loop.store(1, x.fma(loop.scalar(3), 0.75f));
        loop.store(0, x.less(0f).select(x.bits().shiftLeft(2).asFloat(), x));
        assertThat(loop).hasToString("""
                v0 = load array 0
                v1 = scalar 3
                v2 = constant 0.75
                v3 = fma v0 v1 v2
                v4 = constant 0.0
                v5 = less v0 v4
                v6 = bits v0
                v7 = shift left v6 by 2
                v8 = from bits v7
                v9 = select v5 v8 v0
                store array 1 v3
                store array 0 v9
                """);
    }

    @Test
    void a_value_of_another_loop_is_refused() {
        var stranger = new Loop().load(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.load(0).add(stranger))
                .withMessage("value v0 belongs to another loop; build it in the loop that uses it");
        assertThatIllegalArgumentException().isThrownBy(() -> loop.store(0, stranger));
    }

    @Test
    void an_array_is_stored_once() {
        var x = loop.load(0);
        loop.store(2, x);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.store(2, x))
                .withMessage("array 2 is stored twice in one loop; store the final value only");
    }

    @Test
    void numbers_below_zero_and_impossible_shifts_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.load(-1))
                .withMessage("no array has the number -1; count from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.scalar(-2))
                .withMessage("no scalar has the number -2; count from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.integer(1).shiftLeft(32))
                .withMessage("cannot shift left by 32; use a distance from 0 to 31");
    }
}
