package org.retrato.runtime.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.retrato.runtime.catalog.Term.Argument;

/**
 * Reads a notation into terms; it knows no names.
 *
 * <pre>
 * term     = word [ "(" [ argument { "," argument } ] ")" ] | string
 * argument = [ word "=" ] term
 * string   = '"' { any character, with \ before " and \ } '"'
 * </pre>
 *
 * <p>Blanks may stand between all of them.
 */
final class Parser {

    private final String text;
    private int position;

    private Parser(String text) {
        this.text = text;
    }

    /**
     * Reads a whole text.
     *
     * @throws CatalogException if it is not a single term
     */
    static Term parse(String text) {
        var parser = new Parser(text);
        var term = parser.term();
        if (parser.position < text.length()) {
            throw new CatalogException(
                    "unexpected '" + text.substring(parser.position) + "' at the end of '" + text + "'");
        }
        return term;
    }

    private Term term() {
        skipBlanks();
        int start = position;
        boolean quoted = next('"');
        var word = quoted ? string() : word();
        var arguments = List.<Argument>of();
        int end = position;
        skipBlanks();
        if (!quoted && next('(')) {
            arguments = arguments();
            end = position;
            skipBlanks();
        }
        return new Term(text.substring(start, end), word, arguments);
    }

    private String word() {
        int start = position;
        while (position < text.length() && Term.isPlain(text.charAt(position))) {
            position++;
        }
        if (position == start) {
            throw expected("a name or a value");
        }
        return text.substring(start, position);
    }

    private String string() {
        var content = new StringBuilder();
        while (!next('"')) {
            next('\\');
            if (position == text.length()) {
                throw expected("'\"'");
            }
            content.append(text.charAt(position++));
        }
        return content.toString();
    }

    private List<Argument> arguments() {
        var arguments = new ArrayList<Argument>();
        skipBlanks();
        if (next(')')) {
            return arguments;
        }
        do {
            arguments.add(argument());
        } while (next(','));
        if (!next(')')) {
            throw expected("',' or ')'");
        }
        return arguments;
    }

    private Argument argument() {
        var term = term();
        return term.isWord() && next('=')
                ? new Argument(Optional.of(term.word()), term())
                : new Argument(Optional.empty(), term);
    }

    private boolean next(char character) {
        boolean matches = position < text.length() && text.charAt(position) == character;
        position += matches ? 1 : 0;
        return matches;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private CatalogException expected(String what) {
        var place = position == text.length()
                ? "at the end of '" + text + "'"
                : "before '" + text.substring(position) + "' in '" + text + "'";
        return new CatalogException("expected " + what + " " + place);
    }
}
