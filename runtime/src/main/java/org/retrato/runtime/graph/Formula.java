package org.retrato.runtime.graph;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Prints formulas for people: {@code where(u < 1, 0.5·u², u − 0.5) with u = |output − target|}.
 *
 * <p>Subexpressions that the author named, and large ones that occur several times, are written once, after {@code with}.
 * Broadcasting, reshaping and {@code detach} do not show; axes are subscripts where not all elements are reduced. Numbers are
 * rounded to 15 digits.
 *
 * @param text the formula in Unicode, one line a result
 * @param latex the formula in LaTeX, for the mathematical mode with {@code amsmath}, one line a result
 */
public record Formula(String text, String latex) {

    /** Prints one formula. */
    public static Formula of(Node result) {
        var results = new LinkedHashMap<String, Node>();
        results.put("", result);
        return of(results);
    }

    /**
     * Prints several results, as {@code velocity ← 0.9·velocity + gradient}. A result may refer to those before; where it also
     * refers to an input of the same name, the result has a prime.
     */
    public static Formula of(SequencedMap<String, Node> results) {
        return new Formula(new Printer(new PlainText(), results).print(), new Printer(new Latex(), results).print());
    }
}
