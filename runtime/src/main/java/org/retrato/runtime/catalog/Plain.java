package org.retrato.runtime.catalog;

import java.util.regex.Pattern;

/** Reads and writes the values that have no parts: numbers, booleans and strings. */
final class Plain {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|-?Infinity|NaN");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    private Plain() {}

    /**
     * Reads a value of a type.
     *
     * @throws CatalogException if the term is none; the message begins with {@code must be}
     */
    static Object read(Class<?> type, Term term) {
        if (!term.isWord() && !term.isQuoted()) {
            throw mustBe(type == String.class ? "a text" : "a value", term);
        }
        var word = term.word();
        if (type == String.class) {
            return word;
        }
        if (type == boolean.class) {
            return switch (word) {
                case "true" -> true;
                case "false" -> false;
                default -> throw mustBe("true or false", term);
            };
        }
        return type == double.class ? number(term) : wholeNumber(type, term);
    }

    /** Writes a value in the shortest form that is read back as the same. */
    static String write(Object value) {
        return switch (value) {
            case String text -> Term.isPlain(text) ? text : Term.quoted(text);
            case Double number -> shortest(number);
            default -> value.toString();
        };
    }

    private static Object number(Term term) {
        if (!NUMBER.matcher(term.word()).matches()) {
            throw mustBe("a number", term);
        }
        double number = Double.parseDouble(term.word());
        if (Double.isInfinite(number) && !term.word().endsWith("Infinity")) {
            throw mustBe("a number between -1.8e308 and 1.8e308", term);
        }
        return number;
    }

    private static Object wholeNumber(Class<?> type, Term term) {
        if (!WHOLE.matcher(term.word()).matches()) {
            throw mustBe("a whole number", term);
        }
        try {
            return type == int.class ? (Object) Integer.parseInt(term.word()) : (Object) Long.parseLong(term.word());
        } catch (NumberFormatException tooLarge) {
            throw mustBe(
                    "a whole number from "
                            + (type == int.class
                                    ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                                    : Long.MIN_VALUE + " to " + Long.MAX_VALUE),
                    term);
        }
    }

    private static CatalogException mustBe(String what, Term term) {
        return new CatalogException("must be " + what + ", but is '" + term.source() + "'");
    }

    /** Java's digits are the shortest that identify a double; only a zero fraction and the capital E are too much. */
    private static String shortest(double number) {
        var digits = Double.toString(number);
        return digits.endsWith(".0")
                ? digits.substring(0, digits.length() - 2)
                : digits.replace(".0E", "e").replace('E', 'e');
    }
}
