package org.retrato.distribution.describing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.retrato.api.Component;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.compile.Listing;
import org.retrato.runtime.compile.loop.Kernel;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.training.Compilation;
import org.retrato.runtime.training.Composition;

/** Writes the formula of a component and what it was compiled to, in the language of the reader. */
public final class KernelDescription {

    private final Retrato retrato;
    private final Vocabulary labels;
    private final Formulas formulas;
    private final LoopText loops;
    private final List<String> lines = new ArrayList<>();

    private KernelDescription(Retrato retrato, Locale locale, boolean latex, boolean operations) {
        this.retrato = retrato;
        labels = Vocabulary.of(locale);
        formulas = new Formulas(labels, latex);
        loops = new LoopText(labels, operations);
    }

    /**
     * Describes a component, or the parts of a style one by one.
     *
     * @param latex whether the formulas are written as LaTeX
     * @param operations whether functions are written out as the operations of the machine
     * @return lines of text
     */
    public static List<String> of(
            Retrato retrato, Kind kind, Component component, Locale locale, boolean latex, boolean operations) {
        var description = new KernelDescription(retrato, locale, latex, operations);
        description.describe(kind, component);
        description.legend();
        return List.copyOf(description.lines);
    }

    private void describe(Kind kind, Component component) {
        lines.add(retrato.catalog().notation(component) + " · " + labels.get(kind.name()));
        if (component instanceof Style style) {
            var parts = Composition.of(style);
            part(Kind.ACTIVATION, parts.activation());
            part(Kind.LOSS, parts.loss());
            part(Kind.OPTIMIZER, parts.optimizer());
            part(Kind.SCHEDULE, retrato.catalog().resolve(Schedule.class, parts.schedule()));
            return;
        }
        section(labels.get("formula"), formulas.of(component));
        for (var compilation : retrato.compilations(component)) {
            section(labels.get(compilation.purpose().name()), loops.of(compilation));
        }
        var twins = twins(kind, component);
        if (!twins.isEmpty()) {
            lines.add("");
            lines.add(labels.get("twins", String.join(", ", twins)));
        }
    }

    /** Returns the names of the other components that run the same code. */
    private List<String> twins(Kind kind, Component component) {
        var kernels = kernels(component);
        return retrato.catalog().entries(kind).stream()
                .filter(entry -> {
                    var other = retrato.catalog().get(kind.type(), entry.qualifiedName());
                    return !kernels.isEmpty()
                            && other.getClass() != component.getClass()
                            && kernels(other).equals(kernels);
                })
                .map(Entry::qualifiedName)
                .toList();
    }

    /** Returns the kernels of a component that is nothing but loops over elements; those of a broken one are none. */
    private List<Kernel> kernels(Component component) {
        try {
            return retrato.compilations(component).stream()
                    .filter(Compilation::elementwise)
                    .flatMap(compilation -> compilation.listing().parts().stream())
                    .filter(Listing.Loop.class::isInstance)
                    .map(part -> ((Listing.Loop) part).kernel())
                    .toList();
        } catch (FormulaException broken) {
            return List.of();
        }
    }

    private void legend() {
        lines.add("");
        lines.add(labels.get("braces"));
        if (lines.stream().anyMatch(line -> line.contains("[batch"))) {
            lines.add(labels.get("example"));
        }
    }

    private void part(Kind kind, Component component) {
        lines.add("");
        describe(kind, component);
    }

    private void section(String heading, List<String> body) {
        lines.add("");
        lines.add(heading);
        body.forEach(line -> lines.add("  " + line));
    }
}
