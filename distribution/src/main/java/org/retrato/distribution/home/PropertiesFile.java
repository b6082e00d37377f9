package org.retrato.distribution.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Suggestion;

/** Holds the words of a {@code .properties} file in UTF-8, for which it says what is wrong with them. */
public final class PropertiesFile {

    private final String name;
    private final Properties properties = new Properties();

    private PropertiesFile(String name) {
        this.name = name;
    }

    /** Reads a file. */
    public static PropertiesFile read(Path path) {
        var file = new PropertiesFile(path.toString());
        try (var reader = Files.newBufferedReader(path)) {
            file.properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InputException(
                    Files.exists(path)
                            ? path + " cannot be read: it must be a text of lines as 'name = atelier', in UTF-8 ("
                                    + unreadable.getMessage() + ")"
                            : path + " does not exist",
                    unreadable);
        }
        return file;
    }

    /** Returns the same with other words for some keys. */
    public PropertiesFile with(Map<String, String> words) {
        var file = new PropertiesFile(name);
        file.properties.putAll(properties);
        file.properties.putAll(words);
        return file;
    }

    /** Refuses keys that mean nothing. */
    public void requireKnown(Collection<String> known) {
        for (var key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!known.contains(key)) {
                throw new InputException(name + " holds '" + key + "', which means nothing"
                        + Suggestion.after(key, known) + "known: " + String.join(", ", known));
            }
        }
    }

    /** Returns whether something is said. */
    public boolean has(String key) {
        return !text(key, "").isEmpty();
    }

    /** Returns what is said, or something else where nothing is. */
    public String text(String key, String otherwise) {
        var text = properties.getProperty(key, "").strip();
        return text.isEmpty() ? otherwise : text;
    }

    /** Returns one of some words, the first where nothing is said. */
    String word(String key, List<String> words) {
        var word = text(key, words.getFirst());
        if (!words.contains(word)) {
            throw new InputException(
                    name + ": '" + key + " = " + word + "' is not understood; write " + String.join(" or ", words));
        }
        return word;
    }

    /** Returns the parts between commas; a comma in parentheses parts nothing. */
    public List<String> list(String key) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        var text = properties.getProperty(key, "") + ",";
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0 || i == text.length() - 1) {
                        parts.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    /** Returns where the words come from. */
    @Override
    public String toString() {
        return name;
    }
}
