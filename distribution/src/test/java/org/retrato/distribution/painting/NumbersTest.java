package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0.012345,0.01235", "0,0.0", "123.456,123.5", "2e-7,2.000e-07", "4e8,4.000e+08", "0.25631,0.2563"})
    void a_loss_has_four_significant_digits(double value, String text) {
        assertThat(Numbers.significant(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0003,0.0003", "1e8,100000000", "0.5,0.5", "2,2"})
    void a_learning_rate_can_be_typed_again(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @Test
    void a_time_is_in_seconds_or_minutes() {
        assertThat(Numbers.time(42)).isEqualTo("42 s");
        assertThat(Numbers.time(185)).isEqualTo("3:05 min");
    }

    @Test
    void equal_pictures_have_no_likeness_in_decibels() {
        assertThat(Numbers.decibels(31.449)).isEqualTo("31.4 dB");
        assertThat(Numbers.decibels(Double.POSITIVE_INFINITY)).isEqualTo("equal");
    }
}
