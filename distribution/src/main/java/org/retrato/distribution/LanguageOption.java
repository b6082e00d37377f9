package org.retrato.distribution;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.painting.InputException;
import picocli.CommandLine.Option;

/** Says in which language the texts about components are. */
final class LanguageOption {

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "The language of the texts, as 'en' or 'es'; yours unless given.")
    private @Nullable String language;

    Locale locale() {
        if (language == null) {
            return Locale.getDefault(Locale.Category.DISPLAY);
        }
        var locale = Locale.forLanguageTag(language.replace('_', '-'));
        if (locale.getLanguage().isEmpty()) {
            throw new InputException("--lang must be a language, as 'en' or 'es', not '" + language + "'");
        }
        return locale;
    }
}
