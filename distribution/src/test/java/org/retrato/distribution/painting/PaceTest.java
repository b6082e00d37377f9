package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.training.Progress;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace();

    @Test
    void the_first_line_knows_no_speed_yet() {
        assertThat(pace.line(new Progress(1, 100, 0.25, 1), 0)).isEqualTo("step 1 of 100 · loss 0.2500");
    }

    @Test
    void speed_and_time_left_are_those_of_the_latest_seconds() {
        pace.line(new Progress(1, 2000, 0.25, 1), 0);
        pace.line(new Progress(2, 2000, 0.25, 1), 20 * SECOND);
        pace.painted(new Painting(2, Image.of(1, 1, new int[1]), 21.04));
        assertThat(pace.line(new Progress(102, 2000, 0.03125, 1), 24 * SECOND))
                .isEqualTo("step 102 of 2,000 · loss 0.03125 · 21.0 dB · 25.0 steps/s · 76 s left");
    }
}
