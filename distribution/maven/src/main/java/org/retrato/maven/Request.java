package org.retrato.maven;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what the words of a command ask for.
 *
 * @param command {@code resolve} or {@code versions}
 * @param names what to look for, in Maven's notation
 * @param repositories where to look first, each as {@code URL} or {@code ID::URL}
 * @param localRepository where what was downloaded is kept, if elsewhere than the settings of Maven say
 * @param offline whether the local repository alone is asked
 */
record Request(
        String command,
        List<String> names,
        List<String> repositories,
        Optional<Path> localRepository,
        boolean offline) {

    static final String DEBUG = "--debug";

    /**
     * Reads the words of a command.
     *
     * @throws InputException if one is unknown, or one lacks
     */
    static Request parse(String... arguments) {
        var names = new ArrayList<String>();
        var repositories = new ArrayList<String>();
        var localRepository = Optional.<Path>empty();
        var offline = false;
        var words = new ArrayDeque<>(List.of(arguments));
        while (!words.isEmpty()) {
            var word = words.remove();
            switch (word) {
                case "--repository" -> repositories.add(value(word, words));
                case "--local-repository" -> localRepository = Optional.of(Path.of(value(word, words)));
                case "--offline" -> offline = true;
                case DEBUG -> {} // Main looks for it, as it may stand in a line that is wrong
                default -> names.add(word);
            }
        }
        if (names.size() < 2) {
            throw new InputException("say 'resolve' or 'versions', and of what");
        }
        return new Request(
                names.removeFirst(), List.copyOf(names), List.copyOf(repositories), localRepository, offline);
    }

    private static String value(String option, ArrayDeque<String> words) {
        if (words.isEmpty()) {
            throw new InputException(option + " lacks its value");
        }
        return words.remove();
    }
}
