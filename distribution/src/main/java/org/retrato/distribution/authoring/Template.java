package org.retrato.distribution.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.data.DataException;

/**
 * Holds the files of a new project: those of the archetype that Maven reads, too. Of the language of archetypes (Velocity) they
 * use no more than is understood here: {@code ${name}} in a file, {@code __name__} in a path, and lines {@code
 * #if($kind.matches("loss|plugin"))} to {@code #end}.
 */
public final class Template {

    private static final String FOLDER = "archetype-resources/";
    private static final Pattern IN_PATH = Pattern.compile("__([a-zA-Z]+)__");
    private static final Pattern IN_FILE = Pattern.compile("\\$\\{([a-zA-Z]+)}");
    private static final Pattern CONDITION =
            Pattern.compile("#if\\(\\$kind\\.matches\\(\"([^\"]+)\"\\)\\)\n(.*?)#end\n", Pattern.DOTALL);

    private final Map<String, String> texts;

    private Template(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads the JAR of the archetype.
     *
     * @throws DataException if it cannot be read
     */
    public static Template read(Path archetype) {
        var texts = new TreeMap<String, String>();
        try (var jar = new JarFile(archetype.toFile(), false)) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    try (var in = jar.getInputStream(entry)) {
                        texts.put(entry.getName().substring(FOLDER.length()), new String(in.readAllBytes(), UTF_8));
                    }
                }
            }
        } catch (IOException failure) {
            throw new DataException("cannot read the template " + archetype + ": " + failure.getMessage(), failure);
        }
        return new Template(texts);
    }

    /** Returns the text of each file by its path, for what a project has in it. */
    Map<String, String> fill(Content content, Map<String, String> values) {
        var files = new TreeMap<String, String>();
        texts.forEach((path, text) -> {
            if (belongs(path, content)) {
                var chosen = CONDITION
                        .matcher(text)
                        .replaceAll(found -> content.toString().matches(found.group(1))
                                ? Matcher.quoteReplacement(found.group(2))
                                : "");
                files.put(replace(IN_PATH, path, values), replace(IN_FILE, chosen, values));
            }
        });
        return files;
    }

    /** Returns whether a file is for this content; one whose name is that of the class of a kind is for that kind alone. */
    private static boolean belongs(String path, Content content) {
        return Stream.of(Kind.values())
                .filter(kind -> path.contains("__" + kind + "__"))
                .allMatch(content.kinds()::contains);
    }

    /** Puts values in the place of their names; what is no name of a value stays as it is. */
    private static String replace(Pattern reference, String text, Map<String, String> values) {
        return reference
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
