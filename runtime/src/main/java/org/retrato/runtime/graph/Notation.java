package org.retrato.runtime.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.retrato.runtime.graph.Written.Level;

/** Writes mathematics: how operations look, given how their operands look. */
abstract class Notation {

    /** Returns the sign as it is written: {@code minus}, {@code times}, {@code less}, {@code and} and so on. */
    abstract String sign(Sign sign);

    /** Names the signs that look different from notation to notation. */
    enum Sign {
        MINUS,
        TIMES,
        MATRIX,
        LESS,
        LESS_OR_EQUAL,
        EQUAL,
        NOT_EQUAL,
        NOT,
        AND,
        OR,
        BECOMES,
        WITH
    }

    abstract Written name(String name);

    abstract Written number(double value);

    abstract Written call(String function, String subscript, List<Written> arguments);

    abstract Written quotient(Written dividend, Written divisor);

    abstract Written power(Written base, Written exponent);

    abstract Written exponential(Written exponent);

    abstract Written root(Written x);

    abstract Written transposed(Written matrix);

    abstract Written cases(Written condition, Written yes, Written no);

    abstract Written between(String left, Written x, String right);

    final String signed(Written x) {
        return (x.negative() ? sign(Sign.MINUS) : "") + x.text();
    }

    final Written call(String function, Written... arguments) {
        return call(function, "", List.of(arguments));
    }

    final String listed(List<Written> arguments) {
        return arguments.stream().map(this::signed).collect(Collectors.joining(", "));
    }

    /** Returns an operand, in parentheses where needed; a condition among numbers in Iverson's brackets. */
    final String operand(Written x, Level needed) {
        if (!x.isLooserThan(needed)) {
            return signed(x);
        }
        var condition = x.level().compareTo(Level.COMPARISON) <= 0 && needed.compareTo(Level.COMPARISON) > 0;
        return condition ? between("[", x, "]").text() : between("(", x, ")").text();
    }

    final Written negation(Written x) {
        return x.level().compareTo(Level.PRODUCT) >= 0
                ? x.negated()
                : new Written(true, operand(x, Level.PRODUCT), Level.ATOM);
    }

    final Written sum(Written left, Written right) {
        if (right.negative()) {
            return difference(left, right.negated());
        }
        if (left.negative()) {
            return difference(right, left.negated());
        }
        return Written.of(operand(left, Level.SUM) + " + " + operand(right, Level.SUM), Level.SUM);
    }

    final Written difference(Written left, Written right) {
        if (right.negative() && !left.negative()) {
            return sum(left, right.negated());
        }
        var text = operand(left, Level.SUM) + " " + sign(Sign.MINUS) + " " + operand(right, Level.PRODUCT);
        return Written.of(text, Level.SUM);
    }

    final Written product(Written left, Written right) {
        var text =
                operand(left.magnitude(), Level.PRODUCT) + sign(Sign.TIMES) + operand(right.magnitude(), Level.PRODUCT);
        return new Written(left.negative() != right.negative(), text, Level.PRODUCT);
    }

    final Written infix(Written left, Sign sign, Written right, Level level) {
        return Written.of(operand(left, level) + sign(sign) + operand(right, level), level);
    }
}
