package org.retrato.runtime.compile.loop;

import java.util.Locale;

/**
 * A function computed lane by lane in doubles with {@link StrictMath}, whose bits are the same on every machine.
 *
 * <p>It stands in where the fast vector formula does not hold and arguments are rare, such as the sine of 10³⁰.
 */
enum ScalarFunction {
    SIN {
        @Override
        double at(double x) {
            return StrictMath.sin(x);
        }
    },
    COS {
        @Override
        double at(double x) {
            return StrictMath.cos(x);
        }
    };

    abstract double at(double x);

    /** Replaces the values whose bit of {@code lanes} is set by this function of them. */
    void apply(float[] values, long lanes) {
        for (var rest = lanes; rest != 0; rest &= rest - 1) {
            var lane = Long.numberOfTrailingZeros(rest);
            values[lane] = (float) at(values[lane]);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
