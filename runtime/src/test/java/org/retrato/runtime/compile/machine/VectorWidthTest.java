package org.retrato.runtime.compile.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VectorWidthTest {
    private final @Nullable String before = System.getProperty(VectorWidth.PROPERTY);

    @AfterEach
    void restore_the_property() {
        if (before == null) {
            System.clearProperty(VectorWidth.PROPERTY);
        } else {
            System.setProperty(VectorWidth.PROPERTY, before);
        }
    }

    @Test
    void the_machine_decides_when_nobody_asks() {
        System.clearProperty(VectorWidth.PROPERTY);
        assertThat(VectorWidth.current()).isEqualTo(VectorWidth.available().getLast());
    }

    @Test
    void a_narrower_width_can_be_asked_for() {
        System.setProperty(VectorWidth.PROPERTY, "128");
        assertThat(VectorWidth.current()).isEqualTo(VectorWidth.BITS_128);
        assertThat(VectorWidth.current().lanes()).isEqualTo(4);
    }

    @Test
    void a_width_beyond_the_machine_is_not_used() {
        System.setProperty(VectorWidth.PROPERTY, "512");
        assertThat(VectorWidth.available()).contains(VectorWidth.current());
    }

    @Test
    void an_unknown_width_is_refused_with_the_known_ones() {
        System.setProperty(VectorWidth.PROPERTY, "100");
        assertThatIllegalArgumentException()
                .isThrownBy(VectorWidth::current)
                .withMessage("system property retrato.vector.bits is '100'; use 128, 256 or 512, or leave it out");
    }
}
