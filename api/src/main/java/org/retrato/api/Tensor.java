package org.retrato.api;

/**
 * Stands for an array of numbers in a formula: every method records one more operation and returns what it will yield.
 *
 * <p>A tensor has no values while a formula is written, so an {@code if} cannot look at it: write {@link #where} instead.
 * The runtime records the formula once, derives its gradient, and compiles both. Only the runtime implements this type.
 *
 * <p><b>Shapes.</b> A tensor has a rank (0 for a scalar) and a size along each axis; a negative axis counts from the last.
 * The size of the batch axis is a symbol: formulas hold for any number of rows. Element-wise operations broadcast as in
 * NumPy: shapes are aligned at the last axis, and a size of 1 is repeated. Shapes that do not fit are refused at once, with a
 * message that names the operation and both shapes.
 *
 * <p><b>Conditions</b> are tensors of ones (true) and zeros (false).
 *
 * <p><b>Gradients at kinks.</b> {@code abs} and {@code sign} have gradient 0 at 0. {@code a.maximum(b)} and {@code
 * a.minimum(b)} pass the gradient to {@code b} where both are equal, so that {@code x.maximum(0)} has gradient 0 at 0. Several
 * equal largest elements share the gradient of {@code max()} evenly. {@code sign}, {@code floor} and conditions have
 * gradient 0. The branch that {@link #where} does not take contributes exactly 0, even where its own gradient is not finite.
 */
@Stability(Stability.Level.EVOLVING)
public interface Tensor {

    // What it is

    /** Returns the number of axes; 0 for a scalar. */
    int rank();

    /**
     * Returns the size along an axis.
     *
     * @throws IllegalArgumentException if there is no such axis, or if it is the batch axis, whose size is a symbol
     */
    int size(int axis);

    /** Returns a scalar of the given value. */
    Tensor constant(double value);

    /** Returns this tensor with a name, which shows in errors, printed formulas and plots. */
    Tensor named(String name);

    /** Returns this tensor as a constant for differentiation: no gradient flows through it. */
    Tensor detach();

    // What is learned

    /**
     * Returns a parameter of an activation, which is learned as the weights are: by the same optimizer, at the same rate.
     *
     * <p>Each layer has its own. Without a shape it is a scalar, one for the whole layer; {@code x.parameter("slope", 0.25,
     * x.size(-1))} is one for each unit. It is part of the model, and the optimizer treats it as it does a bias, a scalar as
     * one of a single unit. Asked for by the same name again, it is the same parameter.
     *
     * <p>What is computed from parameters alone may be anything; with {@code x} it meets element by element, not in a {@link
     * #matmul}.
     *
     * @param name says what it is, as {@code "slope"}; unique in this formula
     * @param initial what all its elements are before the first step, a finite number
     * @param shape the size along each axis, each at least 1; none for a scalar
     * @throws IllegalArgumentException in a formula that is not of an activation, or if the same name was asked for with
     *     another initial value or shape
     */
    Tensor parameter(String name, double initial, int... shape);

    // Arithmetic, element by element

    /** Returns {@code this + other}. */
    Tensor add(Tensor other);

    /** Returns {@code this + value}. */
    default Tensor add(double value) {
        return add(constant(value));
    }

    /** Returns {@code this - other}. */
    Tensor sub(Tensor other);

    /** Returns {@code this - value}. */
    default Tensor sub(double value) {
        return sub(constant(value));
    }

    /** Returns {@code value - this} (the reflected subtraction). */
    default Tensor rsub(double value) {
        return constant(value).sub(this);
    }

    /** Returns {@code this * other}. */
    Tensor mul(Tensor other);

    /** Returns {@code this * value}. */
    default Tensor mul(double value) {
        return mul(constant(value));
    }

    /** Returns {@code this / other}. */
    Tensor div(Tensor other);

    /** Returns {@code this / value}. */
    default Tensor div(double value) {
        return div(constant(value));
    }

    /** Returns {@code value / this} (the reflected division). */
    default Tensor rdiv(double value) {
        return constant(value).div(this);
    }

    /** Returns {@code this} to the power {@code exponent}, with the special cases of {@link Math#pow}. */
    Tensor pow(Tensor exponent);

    /** Returns {@code this} to the power {@code exponent}. */
    default Tensor pow(double exponent) {
        return pow(constant(exponent));
    }

    /** Returns {@code base} to the power {@code this} (the reflected power). */
    default Tensor rpow(double base) {
        return constant(base).pow(this);
    }

    /** Returns the larger of each pair; NaN if either is. */
    Tensor maximum(Tensor other);

    /** Returns the larger of each element and {@code value}. */
    default Tensor maximum(double value) {
        return maximum(constant(value));
    }

    /** Returns the smaller of each pair; NaN if either is. */
    Tensor minimum(Tensor other);

    /** Returns the smaller of each element and {@code value}. */
    default Tensor minimum(double value) {
        return minimum(constant(value));
    }

    /** Returns each element, moved to the nearest end of {@code [low, high]} where it is outside. */
    default Tensor clamp(double low, double high) {
        return maximum(low).minimum(high);
    }

    // Functions of one element

    /** Returns {@code -this}. */
    Tensor neg();

    /** Returns the magnitude. */
    Tensor abs();

    /** Returns -1, 0 or 1. */
    Tensor sign();

    /** Returns the largest integer that is not larger. */
    Tensor floor();

    /** Returns {@code this * this}. */
    default Tensor square() {
        return mul(this);
    }

    /** Returns {@code 1 / this}. */
    default Tensor reciprocal() {
        return rdiv(1);
    }

    /** Returns the square root. */
    Tensor sqrt();

    /** Returns e to the power of each element. */
    Tensor exp();

    /** Returns {@code exp(this) - 1}, exact near 0. */
    Tensor expm1();

    /** Returns the natural logarithm. */
    Tensor log();

    /** Returns {@code log(1 + this)}, exact near 0. */
    Tensor log1p();

    /** Returns the sine of radians. */
    Tensor sin();

    /** Returns the cosine of radians. */
    Tensor cos();

    /** Returns the hyperbolic tangent. */
    Tensor tanh();

    /** Returns the logistic function {@code 1 / (1 + exp(-this))}. */
    Tensor sigmoid();

    /** Returns {@code log(1 + exp(this))}, without overflow. */
    Tensor softplus();

    /** Returns the error function {@code 2/√π ∫₀ˣ exp(-t²) dt}. */
    Tensor erf();

    // Conditions

    /** Returns where {@code this < other}. */
    Tensor lessThan(Tensor other);

    /** Returns where {@code this < value}. */
    default Tensor lessThan(double value) {
        return lessThan(constant(value));
    }

    /** Returns where {@code this <= other}. */
    Tensor lessOrEqual(Tensor other);

    /** Returns where {@code this <= value}. */
    default Tensor lessOrEqual(double value) {
        return lessOrEqual(constant(value));
    }

    /** Returns where {@code this > other}. */
    default Tensor greaterThan(Tensor other) {
        return other.lessThan(this);
    }

    /** Returns where {@code this > value}. */
    default Tensor greaterThan(double value) {
        return constant(value).lessThan(this);
    }

    /** Returns where {@code this >= other}. */
    default Tensor greaterOrEqual(Tensor other) {
        return other.lessOrEqual(this);
    }

    /** Returns where {@code this >= value}. */
    default Tensor greaterOrEqual(double value) {
        return constant(value).lessOrEqual(this);
    }

    /** Returns where {@code this == other}. */
    Tensor equalTo(Tensor other);

    /** Returns where {@code this == value}. */
    default Tensor equalTo(double value) {
        return equalTo(constant(value));
    }

    /** Returns where both conditions hold. */
    default Tensor and(Tensor other) {
        return mul(other);
    }

    /** Returns where at least one of the conditions holds. */
    default Tensor or(Tensor other) {
        return maximum(other);
    }

    /** Returns where the condition does not hold. */
    default Tensor not() {
        return rsub(1);
    }

    /** Returns, where this condition holds, {@code yes}, elsewhere {@code no}; {@link #where} reads better. */
    Tensor choose(Tensor yes, Tensor no);

    /** Returns {@code yes} where the condition holds (is not 0), elsewhere {@code no}. */
    static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        return condition.choose(yes, no);
    }

    /** Returns {@code yes} where the condition holds, elsewhere {@code no}. */
    static Tensor where(Tensor condition, Tensor yes, double no) {
        return condition.choose(yes, condition.constant(no));
    }

    /** Returns {@code yes} where the condition holds, elsewhere {@code no}. */
    static Tensor where(Tensor condition, double yes, Tensor no) {
        return condition.choose(condition.constant(yes), no);
    }

    /** Returns {@code yes} where the condition holds, elsewhere {@code no}. */
    static Tensor where(Tensor condition, double yes, double no) {
        return condition.choose(condition.constant(yes), condition.constant(no));
    }

    // Reductions

    /** Returns the sum of all elements, a scalar. */
    Tensor sum();

    /** Returns the sums along an axis, which disappears. */
    Tensor sum(int axis);

    /** Returns the mean of all elements, a scalar. */
    Tensor mean();

    /** Returns the means along an axis, which disappears. */
    Tensor mean(int axis);

    /** Returns the largest of all elements, a scalar. */
    Tensor max();

    /** Returns the largest elements along an axis, which disappears. */
    Tensor max(int axis);

    /** Returns the smallest of all elements, a scalar. */
    default Tensor min() {
        return neg().max().neg();
    }

    /** Returns the smallest elements along an axis, which disappears. */
    default Tensor min(int axis) {
        return neg().max(axis).neg();
    }

    /** Returns {@code log(sum(exp(this)))} along an axis, which disappears, without overflow. */
    default Tensor logSumExp(int axis) {
        var largest = max(axis).detach();
        var shift = where(largest.abs().lessThan(Double.POSITIVE_INFINITY), largest, 0);
        return sub(shift.unsqueeze(axis)).exp().sum(axis).log().add(shift);
    }

    /** Returns numbers that are proportional to {@code exp(this)} and sum to 1 along an axis. */
    default Tensor softmax(int axis) {
        var exponentials = sub(max(axis).unsqueeze(axis).detach()).exp();
        return exponentials.div(exponentials.sum(axis).unsqueeze(axis));
    }

    /** Returns the logarithm of {@link #softmax}, without overflow. */
    default Tensor logSoftmax(int axis) {
        var shifted = sub(max(axis).unsqueeze(axis).detach());
        return shifted.sub(shifted.exp().sum(axis).log().unsqueeze(axis));
    }

    // Matrices and shapes

    /** Returns the matrix product of {@code [rows, inner]} and {@code [inner, columns]}; both are of rank 2. */
    Tensor matmul(Tensor other);

    /** Returns a tensor of rank 2 with its axes exchanged. */
    Tensor transpose();

    /** Returns the elements {@code from} (included) to {@code to} (excluded) along an axis other than the batch. */
    Tensor slice(int axis, int from, int to);

    /** Returns this tensor followed by another along an axis other than the batch; {@link #concat} takes several. */
    Tensor append(int axis, Tensor other);

    /** Returns the parts one after the other along an axis other than the batch. */
    static Tensor concat(int axis, Tensor first, Tensor... others) {
        var joined = first;
        for (var other : others) {
            joined = joined.append(axis, other);
        }
        return joined;
    }

    /**
     * Returns the elements in logical order with other sizes; one size may be -1, which is computed. A tensor with a batch
     * axis keeps it: give -1 first.
     */
    Tensor reshape(int... sizes);

    /** Returns this tensor with an axis of size 1 inserted, which then is {@code axis}. */
    Tensor unsqueeze(int axis);

    /** Returns this tensor without an axis of size 1. */
    Tensor squeeze(int axis);
}
