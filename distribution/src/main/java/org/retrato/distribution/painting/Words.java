package org.retrato.distribution.painting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts and changes notations as texts, as {@code adam(learningRate=0.01),sgd}. */
final class Words {

    private Words() {}

    /**
     * Splits at commas that are outside parentheses and quotes; a blank list has no parts.
     *
     * @throws InputException if a part is blank
     */
    static List<String> split(String list) {
        var parts = new ArrayList<String>();
        var start = 0;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i <= list.length(); i++) {
            var character = i < list.length() ? list.charAt(i) : ',';
            if (character == '"' && (i == 0 || list.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && character == '(') {
                depth++;
            } else if (!quoted && character == ')') {
                depth--;
            }
            if (i == list.length() || (character == ',' && depth <= 0 && !quoted)) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (list.isBlank()) {
            return List.of();
        }
        if (parts.contains("")) {
            throw new InputException(
                    "a name is missing in '" + list + "'; write names with a comma between two, as cubist,realist");
        }
        return parts;
    }

    /** Returns the value that a notation gives a parameter. */
    static Optional<String> argument(String notation, String parameter) {
        return arguments(notation).stream()
                .filter(argument -> argument.startsWith(parameter + "="))
                .map(argument -> argument.substring(parameter.length() + 1))
                .findFirst();
    }

    private static List<String> arguments(String notation) {
        var open = notation.indexOf('(');
        return open < 0 ? List.of() : split(notation.substring(open + 1, notation.lastIndexOf(')')));
    }

    /** Returns the notation in which a parameter has the given value. */
    static String with(String notation, String parameter, String value) {
        var open = notation.indexOf('(');
        var name = open < 0 ? notation : notation.substring(0, open);
        var others = arguments(notation).stream().filter(argument -> !argument.startsWith(parameter + "="));
        return others.map(argument -> argument + ",").collect(Collectors.joining("", name + "(", ""))
                + parameter
                + "="
                + value
                + ")";
    }
}
