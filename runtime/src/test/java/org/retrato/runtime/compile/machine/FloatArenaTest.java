package org.retrato.runtime.compile.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloatArenaTest {
    @Test
    void what_is_allocated_is_zero_and_nobody_elses() {
        var arena = new FloatArena();
        var lengths = List.of(1, 16, 17, 3_000_000, 2_000_000, 5_000_000, 0, 1, 4_194_304 - 12, 7);
        var all = new ArrayList<Floats>();
        for (int length : lengths) {
            var floats = arena.allocate(length);
            assertThat(floats.length()).isEqualTo(length);
            for (int index = 0; index < length; index++) {
                if (floats.array()[floats.offset() + index] != 0) {
                    throw new AssertionError("float %d of %d is not zero".formatted(index, length));
                }
            }
            Arrays.fill(floats.array(), floats.offset(), floats.offset() + length, all.size() + 1);
            all.add(floats);
        }
        for (int index = 0; index < all.size(); index++) {
            var floats = all.get(index);
            if (floats.length() > 0) {
                assertThat(floats.array()[floats.offset()]).isEqualTo(index + 1);
                assertThat(floats.array()[floats.offset() + floats.length() - 1])
                        .isEqualTo(index + 1);
            }
        }
    }

    @Test
    void all_begin_at_a_cache_line_after_the_header_of_their_array() {
        var arena = new FloatArena();
        for (int length = 1; length < 100; length++) {
            assertThat(arena.allocate(length).offset() * Float.BYTES % 64).isEqualTo(64 - 16);
        }
    }

    @Test
    void a_slice_stays_within_its_floats() {
        var floats = new FloatArena().allocate(32);
        assertThat(floats.slice(8, 24).offset()).isEqualTo(floats.offset() + 8);
        assertThatThrownBy(() -> floats.slice(8, 25)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
