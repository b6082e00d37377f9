package org.retrato.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

class ArithmeticTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Expected values to 20 digits, by a calculation with 40. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, 1.1283791670955126022e-300",
        "1e-09, 1.1283791670955126438e-9",
        "0.1, 0.1124629160182848984",
        "0.5, 0.52049987781304653768",
        "1.0, 0.84270079294971486934",
        "1.5, 0.96610514647531072707",
        "1.9, 0.99279042923525746724",
        "2.0, 0.99532226501895273416",
        "2.0000001, 0.99532226708565085285",
        "2.5, 0.99959304798255504106",
        "3.0, 0.99997790950300141456",
        "4.0, 0.99999998458274209972",
        "5.0, 0.99999999999846254021",
        "5.9, 0.9999999999999999281",
        "6.0, 1",
        "Infinity, 1"
    })
    void erf_is_exact_to_a_few_units_in_the_last_place_and_odd(double x, double expected) {
        assertThat(Arithmetic.apply(Unary.ERF, x)).isCloseTo(expected, within(3 * Math.ulp(expected)));
        assertThat(Arithmetic.apply(Unary.ERF, -x)).isEqualTo(-Arithmetic.apply(Unary.ERF, x));
    }

    @Test
    void erf_never_decreases() {
        var previous = -1.0;
        for (var x = -7.0; x < 7; x += 1.0 / 128) {
            var value = Arithmetic.apply(Unary.ERF, x);
            assertThat(value).as("erf(%s)", x).isBetween(previous, 1.0);
            previous = value;
        }
    }

    /** Expected values to 20 digits, by a calculation with 40. */
    @ParameterizedTest
    @CsvSource({
        "-745, 2.8223507304719370764e-324, 2.8223507304719370764e-324",
        "-40, 4.2483542552915889773e-18, 4.2483542552915889863e-18",
        "-5, 0.0066928509242848555594, 0.0067153484891180686164",
        "-0.5, 0.37754066879814543536, 0.47407698418010668087",
        "0.001, 0.50024999997916666876, 0.69364730555994010109",
        "3, 0.95257412682243321912, 3.0485873515737420588",
        "40, 1, 40",
        "1e300, 1, 1e300",
        "Infinity, 1, Infinity",
        "-Infinity, 0, 0"
    })
    void sigmoid_and_softplus_neither_overflow_nor_lose_digits(double x, double sigmoid, double softplus) {
        assertThat(Arithmetic.apply(Unary.SIGMOID, x)).isCloseTo(sigmoid, within(2 * Math.ulp(sigmoid)));
        if (softplus < INFINITY) {
            assertThat(Arithmetic.apply(Unary.SOFTPLUS, x)).isCloseTo(softplus, within(2 * Math.ulp(softplus)));
        } else {
            assertThat(Arithmetic.apply(Unary.SOFTPLUS, x)).isEqualTo(softplus);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_function_of_nan_is_nan(Unary function) {
        assertThat(Arithmetic.apply(function, Double.NaN)).isNaN();
    }

    @Test
    void maximum_and_minimum_pass_nan_on() {
        for (var function : new Binary[] {Binary.MAXIMUM, Binary.MINIMUM, Binary.ADD, Binary.MUL}) {
            assertThat(Arithmetic.apply(function, Double.NaN, 1)).isNaN();
            assertThat(Arithmetic.apply(function, 1, Double.NaN)).isNaN();
        }
    }

    @Test
    void comparisons_with_nan_do_not_hold() {
        for (var function : new Binary[] {Binary.LESS_THAN, Binary.LESS_OR_EQUAL, Binary.EQUAL_TO}) {
            assertThat(Arithmetic.apply(function, Double.NaN, 1)).isZero();
            assertThat(Arithmetic.apply(function, 1, Double.NaN)).isZero();
            assertThat(Arithmetic.apply(function, Double.NaN, Double.NaN)).isZero();
        }
    }

    @Test
    void powers_have_the_special_cases_of_math_pow() {
        assertThat(Arithmetic.apply(Binary.POW, Double.NaN, 0)).isEqualTo(1);
        assertThat(Arithmetic.apply(Binary.POW, -8, 1. / 3)).isNaN();
        assertThat(Arithmetic.apply(Binary.POW, 0, -1)).isEqualTo(INFINITY);
        assertThat(Arithmetic.apply(Binary.POW, -2, 3)).isEqualTo(-8);
    }

    @Test
    void a_compensated_sum_keeps_what_a_plain_one_loses() {
        var sum = new CompensatedSum();
        for (var term : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(term);
        }
        assertThat(sum.value()).isEqualTo(2);
        sum.add(INFINITY);
        assertThat(sum.value()).isEqualTo(INFINITY);
    }

    @Test
    void elementary_functions_agree_with_the_platform_to_two_units_in_the_last_place() {
        var seed = 7;
        new Random(seed).doubles(1000, -20, 20).forEach(x -> {
            assertThat(Arithmetic.apply(Unary.EXP, x))
                    .as("seed %d: exp(%s)", seed, x)
                    .isCloseTo(Math.exp(x), within(2 * Math.ulp(Math.exp(x))));
            assertThat(Arithmetic.apply(Unary.TANH, x))
                    .as("seed %d: tanh(%s)", seed, x)
                    .isCloseTo(Math.tanh(x), within(3 * Math.ulp(Math.tanh(x))));
        });
    }
}
