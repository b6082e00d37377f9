package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class LaunchTimeTest {

    @Test
    void linux_tells_the_age_of_a_process_whatever_its_name() {
        var process =
                "4711 (a (b) c) S 1 4711 4711 34816 5036 4194304 2134 0 0 0 1 0 0 0 20 0 1 0 1208345 8663040 830 1";

        assertThat(LaunchTime.age(process, "12084.71 23411.90")).isEqualTo(Duration.ofMillis(1260));
    }

    @Test
    void the_launch_was_about_when_the_machine_says_that_this_process_began() {
        var roughly = ProcessHandle.current().info().startInstant().orElseThrow();

        assertThat(LaunchTime.get()).isBefore(Instant.now());
        assertThat(ChronoUnit.MILLIS.between(roughly, LaunchTime.get())).isBetween(-1500L, 1500L);
    }
}
