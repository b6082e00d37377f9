package org.retrato.runtime.graph;

import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

/**
 * Computes the functions of one and two numbers in doubles, with the same bits on every machine.
 *
 * <p>This is the reference: constants are folded with it, scalars are evaluated with it at every step, and the fused loops
 * are tested against it.
 */
public final class Arithmetic {

    private Arithmetic() {}

    /** Returns the value of a function at a point, to about one unit in the last place; NaN at NaN. */
    public static double apply(Unary function, double x) {
        return switch (function) {
            case NEG -> -x;
            case ABS -> StrictMath.abs(x);
            case SIGN -> StrictMath.signum(x);
            case FLOOR -> StrictMath.floor(x);
            case SQRT -> StrictMath.sqrt(x);
            case EXP -> StrictMath.exp(x);
            case EXPM1 -> StrictMath.expm1(x);
            case LOG -> StrictMath.log(x);
            case LOG1P -> StrictMath.log1p(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> sigmoid(x);
            case SOFTPLUS -> StrictMath.max(x, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(x)));
            case ERF -> ErrorFunction.erf(x);
        };
    }

    /** Returns the value of a function of two numbers; comparisons with NaN are 0, all else with NaN is as in {@link Math}. */
    public static double apply(Binary function, double left, double right) {
        return switch (function) {
            case ADD -> left + right;
            case SUB -> left - right;
            case MUL -> left * right;
            case DIV -> left / right;
            case POW -> StrictMath.pow(left, right);
            case MAXIMUM -> StrictMath.max(left, right);
            case MINIMUM -> StrictMath.min(left, right);
            case LESS_THAN -> left < right ? 1 : 0;
            case LESS_OR_EQUAL -> left <= right ? 1 : 0;
            case EQUAL_TO -> left == right ? 1 : 0;
        };
    }

    private static double sigmoid(double x) {
        var power = StrictMath.exp(-StrictMath.abs(x)); // never overflows
        return (x < 0 ? power : 1) / (1 + power);
    }
}
