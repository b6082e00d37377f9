package org.retrato.runtime.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a notation: a word, a quoted string, or a name with arguments.
 *
 * @param source what stands in the text, for messages
 * @param word the word, the name or the content of the string
 * @param arguments what follows in parentheses; empty without
 */
record Term(String source, String word, List<Argument> arguments) {

    /** A value in parentheses, with the name that it should have. */
    record Argument(Optional<String> name, Term value) {}

    /** Returns whether it is a word without quotes and parentheses. */
    boolean isWord() {
        return source.equals(word);
    }

    /** Returns whether it is a string in quotes. */
    boolean isQuoted() {
        return source.charAt(0) == '"';
    }

    /** Returns whether a word can stand in a notation as it is; others are quoted. */
    static boolean isPlain(String word) {
        return !word.isEmpty() && word.chars().allMatch(Term::isPlain);
    }

    /** Returns whether a character ends no word. */
    static boolean isPlain(int character) {
        return "(),=\"".indexOf(character) < 0 && !Character.isWhitespace(character);
    }

    /** Returns a word in quotes, as {@link Parser} reads it. */
    static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
