package org.retrato.distribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final Result HEALTHY = Results.step("healthy", 100);
    private static final Result SLOW = Results.step("slow-row", 1e9);

    @Test
    void where_nothing_is_wrong_there_is_no_advice() {
        var results = List.of(Results.limit(1, 200), Results.limit(2, 390), HEALTHY);
        assertThat(Advice.on(results, List.of("-Xint"))).isEmpty();
    }

    @Test
    void the_option_that_keeps_the_compiler_off_is_named() {
        for (var option : List.of("-Xint", "-XX:TieredStopAtLevel=1")) {
            assertThat(Advice.on(List.of(HEALTHY, SLOW, SLOW), List.of("-Xmx1g", option)))
                    .singleElement()
                    .asString()
                    .contains("started with " + option, "remove it from RETRATO_JAVA_OPTIONS");
        }
    }

    @Test
    void without_such_an_option_the_row_is_to_be_run_again_and_reported() {
        assertThat(Advice.on(List.of(HEALTHY, SLOW), List.of("-XX:TieredStopAtLevel=4")))
                .singleElement()
                .asString()
                .contains("Run it again", "'retrato bench slow-row'");
    }

    @Test
    void threads_that_do_the_work_of_fewer_are_told_of() {
        assertThat(Advice.on(List.of(Results.limit(1, 200), Results.limit(4, 420)), List.of()))
                .singleElement()
                .asString()
                .startsWith("4 threads together compute only 2.1 times as much as one");
    }
}
