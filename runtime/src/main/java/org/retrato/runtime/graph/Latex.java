package org.retrato.runtime.graph;

import java.util.List;
import java.util.Set;
import org.retrato.runtime.graph.Written.Level;

/** Writes LaTeX, for the mathematical mode with {@code amsmath}: {@code 0.5 \cdot \left(x - y\right)^{2}}. */
final class Latex extends Notation {

    private static final Set<String> COMMANDS = Set.of("exp", "log", "max", "min", "sin", "cos", "tanh");

    @Override
    String sign(Sign sign) {
        return switch (sign) {
            case MINUS -> "-";
            case TIMES -> " \\cdot ";
            case MATRIX -> " \\times ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " \\le ";
            case EQUAL -> " = ";
            case NOT_EQUAL -> " \\ne ";
            case NOT -> "\\lnot ";
            case AND -> " \\land ";
            case OR -> " \\lor ";
            case BECOMES -> " \\leftarrow ";
            case WITH -> " \\quad\\text{with } ";
        };
    }

    @Override
    Written name(String name) {
        var primes = name.length() - name.replace("′", "").length();
        var plain = name.replace("′", "").replace("_", "\\_");
        return Written.atom((plain.length() == 1 ? plain : word(plain)) + "'".repeat(primes));
    }

    /** Returns a name of several letters; blanks and hyphens show in text only. */
    private static String word(String name) {
        return (name.contains(" ") || name.contains("-") ? "\\text{" : "\\mathrm{") + name + "}";
    }

    @Override
    Written number(double value) {
        var magnitude = Math.abs(value);
        var known = Numbers.known(magnitude);
        if (known.isPresent()) {
            return new Written(value < 0, known.get().latex(), Level.PRODUCT);
        }
        var text = Numbers.decimal(magnitude).replace("∞", "\\infty").replace("NaN", "\\mathrm{NaN}");
        var exponent = text.indexOf('e');
        if (exponent < 0) {
            return new Written(value < 0, text, Level.ATOM);
        }
        var mantissa = text.substring(0, exponent);
        var power = "10^{" + text.substring(exponent + 1) + "}";
        return new Written(
                value < 0, mantissa.equals("1") ? power : mantissa + sign(Sign.TIMES) + power, Level.PRODUCT);
    }

    @Override
    Written call(String function, String subscript, List<Written> arguments) {
        var name = function.equals("σ")
                ? "\\sigma"
                : COMMANDS.contains(function) ? "\\" + function : "\\operatorname{" + function + "}";
        var index = subscript.isEmpty() ? "" : "_{" + subscript + "}";
        return Written.atom(name + index + "\\left(" + listed(arguments) + "\\right)");
    }

    @Override
    Written quotient(Written dividend, Written divisor) {
        return new Written(
                dividend.negative() != divisor.negative(),
                "\\frac{" + dividend.text() + "}{" + divisor.text() + "}",
                Level.PRODUCT);
    }

    @Override
    Written power(Written base, Written exponent) {
        return Written.of(operand(base, Level.ATOM) + "^{" + signed(exponent) + "}", Level.POWER);
    }

    @Override
    Written exponential(Written exponent) {
        return Written.of("e^{" + signed(exponent) + "}", Level.POWER);
    }

    @Override
    Written root(Written x) {
        return Written.of("\\sqrt{" + signed(x) + "}", Level.POWER);
    }

    @Override
    Written transposed(Written matrix) {
        return Written.of(operand(matrix, Level.ATOM) + "^{\\top}", Level.POWER);
    }

    @Override
    Written cases(Written condition, Written yes, Written no) {
        return Written.atom("\\begin{cases} " + operand(yes, Level.SUM) + " & \\text{if } " + signed(condition)
                + " \\\\ " + operand(no, Level.SUM) + " & \\text{otherwise} \\end{cases}");
    }

    @Override
    Written between(String left, Written x, String right) {
        return Written.atom("\\left" + latex(left) + signed(x) + "\\right" + latex(right));
    }

    private static String latex(String delimiter) {
        return switch (delimiter) {
            case "⌊" -> "\\lfloor ";
            case "⌋" -> "\\rfloor ";
            default -> delimiter;
        };
    }
}
