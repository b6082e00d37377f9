package org.retrato.runtime.catalog;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import org.slf4j.LoggerFactory;

/**
 * Holds what a plugin says about a component to people; see {@link org.retrato.api.Component} for where it says it.
 *
 * @param description what it is, one sentence
 * @param use when to use it
 * @param source where the definition comes from
 * @param artist the artist it resembles
 * @param parameters one line for each hyperparameter that has one, by name
 */
public record Texts(
        Optional<String> description,
        Optional<String> use,
        Optional<String> source,
        Optional<String> artist,
        Map<String, String> parameters) {

    public Texts {
        parameters = Map.copyOf(parameters);
    }

    static Texts of(Entry entry, Locale locale) {
        var bundle = bundle(entry.type(), locale);
        var parameters = new HashMap<String, String>();
        for (var parameter : entry.parameters()) {
            var line = bundle.getProperty(entry.name() + "." + parameter.name());
            if (line != null) {
                parameters.put(parameter.name(), line);
            }
        }
        return new Texts(
                Optional.ofNullable(bundle.getProperty(entry.name())),
                Optional.ofNullable(bundle.getProperty(entry.name() + ".use")),
                Optional.ofNullable(bundle.getProperty(entry.name() + ".source")),
                Optional.ofNullable(bundle.getProperty(entry.name() + ".artist")),
                parameters);
    }

    /**
     * Reads the files of a resource bundle from the general to the specific, as {@code ResourceBundle} would; that
     * class itself falls back to the language of the machine, and named modules cannot tell it otherwise.
     */
    private static Properties bundle(Class<?> type, Locale locale) {
        var control = Control.getControl(Control.FORMAT_PROPERTIES);
        var texts = new Properties();
        for (var candidate : control.getCandidateLocales("Texts", locale).reversed()) {
            var file = control.toBundleName("Texts", candidate) + ".properties";
            try (var stream = type.getResourceAsStream(file)) {
                if (stream != null) {
                    texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                LoggerFactory.getLogger(Texts.class).warn("cannot read {} of {}", file, type.getName(), unreadable);
            }
        }
        return texts;
    }
}
