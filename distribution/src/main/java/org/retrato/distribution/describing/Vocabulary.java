package org.retrato.distribution.describing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of descriptions in the language of the reader. */
record Vocabulary(ResourceBundle words, Locale locale) {

    static Vocabulary of(Locale locale) {
        return new Vocabulary(ResourceBundle.getBundle(Vocabulary.class.getPackageName() + ".Labels", locale), locale);
    }

    String get(String label) {
        return words.getString(label);
    }

    /** Returns a sentence with values in their places. */
    String get(String label, Object... values) {
        return new MessageFormat(get(label), locale).format(values);
    }
}
