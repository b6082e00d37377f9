package org.retrato.runtime.graph;

import java.util.List;
import org.retrato.runtime.graph.Written.Level;

/** Writes in one line of Unicode: {@code 0.5·(x − y)²}. */
final class PlainText extends Notation {

    private static final String DIGITS = "0123456789−";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋";

    @Override
    String sign(Sign sign) {
        return switch (sign) {
            case MINUS -> "−";
            case TIMES -> "·";
            case MATRIX -> " × ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " ≤ ";
            case EQUAL -> " = ";
            case NOT_EQUAL -> " ≠ ";
            case NOT -> "¬";
            case AND -> " ∧ ";
            case OR -> " ∨ ";
            case BECOMES -> " ← ";
            case WITH -> " with ";
        };
    }

    @Override
    Written name(String name) {
        return Written.atom(name);
    }

    @Override
    Written number(double value) {
        var magnitude = Math.abs(value);
        var known = Numbers.known(magnitude);
        var text = known.map(Numbers.Known::text).orElseGet(() -> Numbers.decimal(magnitude));
        var level = text.contains("/") || text.matches("\\d+π") ? Level.PRODUCT : Level.ATOM;
        return new Written(value < 0, text, level);
    }

    @Override
    Written call(String function, String subscript, List<Written> arguments) {
        return Written.atom(function + translated(subscript, LOWERED) + "(" + listed(arguments) + ")");
    }

    @Override
    Written quotient(Written dividend, Written divisor) {
        var text = operand(dividend.magnitude(), Level.PRODUCT) + "/" + operand(divisor.magnitude(), Level.POWER);
        return new Written(dividend.negative() != divisor.negative(), text, Level.PRODUCT);
    }

    @Override
    Written power(Written base, Written exponent) {
        var raised = signed(exponent);
        var text = raised.matches("−?\\d+") ? translated(raised, RAISED) : "^" + operand(exponent, Level.ATOM);
        return Written.of(operand(base, Level.ATOM) + text, Level.POWER);
    }

    @Override
    Written exponential(Written exponent) {
        return call("exp", exponent);
    }

    @Override
    Written root(Written x) {
        return Written.of("√" + operand(x, Level.ATOM), Level.POWER);
    }

    @Override
    Written transposed(Written matrix) {
        return Written.of(operand(matrix, Level.ATOM) + "ᵀ", Level.POWER);
    }

    @Override
    Written cases(Written condition, Written yes, Written no) {
        return Written.atom(
                "where(" + signed(condition) + ", " + operand(yes, Level.SUM) + ", " + operand(no, Level.SUM) + ")");
    }

    @Override
    Written between(String left, Written x, String right) {
        return Written.atom(left + signed(x) + right);
    }

    private static String translated(String digits, String to) {
        var text = new StringBuilder();
        digits.chars().forEach(digit -> text.append(to.charAt(DIGITS.indexOf(digit))));
        return text.toString();
    }
}
