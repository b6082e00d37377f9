package org.retrato.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void the_median_is_in_the_middle_whatever_the_order() {
        assertThat(new Timing(List.of(9.0, 1.0, 4.0), 0).median()).isEqualTo(4);
        assertThat(new Timing(List.of(9.0, 1.0, 4.0, 2.0), 0).median()).isEqualTo(3);
        assertThat(new Timing(List.of(9.0, 1.0, 4.0), 0).best()).isEqualTo(1);
    }

    @Test
    void rates_are_work_per_nanosecond_and_percent_are_of_the_limit() {
        var workload = new Workload(600, new Limit.Memory(1, 0, 1, 75), () -> {});
        var measurement = new Measurement(workload, new Timing(List.of(20.0, 10.0, 30.0), 0), 40);
        assertThat(measurement.rate()).isEqualTo(30);
        assertThat(measurement.best()).isEqualTo(60);
        assertThat(measurement.percent()).isEqualTo(75);
        assertThat(measurement.unit()).isEqualTo("GB/s");
    }

    @Test
    void an_updated_array_is_moved_twice() {
        assertThat(new Limit.Memory(1, 2, 3, 10).bytes()).isEqualTo(4 * 10 * (1 + 2 * 2 + 3));
    }
}
