package org.retrato.distribution.describing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.retrato.api.Component;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.catalog.Parameter;
import org.retrato.runtime.training.Composition;

/** Writes all that is known about a component, in the language of the reader. */
public final class Description {

    private final Catalog catalog;
    private final Entry entry;
    private final Component component;
    private final Locale locale;
    private final boolean latex;
    private final Vocabulary labels;
    private final List<String> lines = new ArrayList<>();

    private Description(Catalog catalog, Entry entry, Component component, Locale locale, boolean latex) {
        this.catalog = catalog;
        this.entry = entry;
        this.component = component;
        this.locale = locale;
        this.latex = latex;
        labels = Vocabulary.of(locale);
    }

    /**
     * Describes a component, with the formulas that belong to its hyperparameters.
     *
     * @param latex whether the formulas are written as LaTeX
     * @return lines of text
     */
    public static List<String> of(Catalog catalog, Entry entry, Component component, Locale locale, boolean latex) {
        var description = new Description(catalog, entry, component, locale, latex);
        description.texts();
        description.parameters();
        description.parts();
        description.formulas();
        description.origin();
        return List.copyOf(description.lines);
    }

    private void texts() {
        var texts = entry.texts(locale);
        lines.add(catalog.notation(component) + " · " + labels.get(entry.kind().name()));
        texts.description().ifPresent(this::indented);
        labelled("artist", texts.artist());
        labelled("use", texts.use());
        labelled("source", texts.source());
    }

    private void parameters() {
        if (entry.parameters().isEmpty() || entry.kind() == Kind.STYLE) {
            return;
        }
        heading("parameters");
        var width = entry.parameters().stream()
                .mapToInt(parameter -> parameter.name().length())
                .max()
                .orElseThrow();
        for (var parameter : entry.parameters()) {
            indented(parameter.name() + " ".repeat(width - parameter.name().length()) + " = " + line(parameter));
        }
    }

    private String line(Parameter parameter) {
        var line = new StringBuilder(catalog.defaultOf(parameter));
        if (parameter.range() != null) {
            line.append(", ").append(parameter.range());
        }
        var text = entry.texts(locale).parameters().get(parameter.name());
        return text == null ? line.toString() : line + " · " + text;
    }

    private void parts() {
        if (component instanceof Style style) {
            var parts = Composition.of(style);
            heading("parts");
            indented("activation = " + catalog.notation(parts.activation()));
            indented("loss = " + catalog.notation(parts.loss()));
            indented("optimizer = " + catalog.notation(parts.optimizer()));
            indented("schedule = " + catalog.notation(catalog.resolve(Schedule.class, parts.schedule())));
        }
    }

    private void formulas() {
        var formulas = new Formulas(labels, latex).of(component);
        if (!formulas.isEmpty()) {
            heading("formula");
            formulas.forEach(this::indented);
        }
    }

    private void origin() {
        var plugin = entry.plugin();
        heading("origin");
        indented(entry.qualifiedName() + " " + plugin.version() + ", " + plugin.path());
        indented("sha256 " + plugin.sha256());
    }

    private void labelled(String label, Optional<String> text) {
        text.ifPresent(words -> indented(labels.get(label) + ": " + words));
    }

    private void heading(String label) {
        lines.add("");
        lines.add(labels.get(label));
    }

    private void indented(String line) {
        lines.add("  " + line);
    }
}
