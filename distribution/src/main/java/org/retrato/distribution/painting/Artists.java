package org.retrato.distribution.painting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Parameter;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.training.Composition;

/** Finds the artists that a user chose. */
public final class Artists {

    private static final String LEARNING_RATE = "learningRate";

    private static final String CLASSICS = "classics";

    // a schedule is made for an optimizer and its rate, so it goes with them
    private static final String CONSTANT = "classics:constant";

    private final Catalog catalog;
    private final LearningRates rates = LearningRates.read();

    public Artists(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Returns the artists of a choice: style by style, within it optimizer by optimizer, activation by activation and loss by
     * loss, which is the order of a matrix that is read row by row.
     *
     * @throws org.retrato.runtime.catalog.CatalogException if a notation is wrong
     */
    public List<Artist> of(Choice choice) {
        var artists = new ArrayList<Artist>();
        for (var style : choice.styles()) {
            for (var optimizer : optional(choice.optimizers())) {
                for (var activation : optional(choice.activations())) {
                    for (var loss : optional(choice.losses())) {
                        artists.add(artist(choice, style, activation, loss, optimizer));
                    }
                }
            }
        }
        return artists;
    }

    private static List<Optional<String>> optional(List<String> notations) {
        return notations.isEmpty()
                ? List.of(Optional.empty())
                : notations.stream().map(Optional::of).toList();
    }

    private Artist artist(
            Choice choice,
            String styleNotation,
            Optional<String> activation,
            Optional<String> loss,
            Optional<String> optimizer) {
        var style = catalog.get(Style.class, styleNotation);
        var parts = Composition.of(style);
        var own = parts.with(catalog.resolve(Schedule.class, parts.schedule()));
        var wanted = new Composition(
                part(Activation.class, activation, own.activation()),
                part(Loss.class, loss, own.loss()),
                part(Optimizer.class, optimizer, own.optimizer()),
                part(Schedule.class, choice.schedule().or(() -> optimizer.map(_ -> CONSTANT)), own.schedule()));
        var fixed = optimizer.orElse(styleNotation).contains(LEARNING_RATE);
        // the rate of a style was found with the classics, and need not suit what is put in their place
        var adapted = activation.isPresent() && optimizer.isEmpty() && !isClassic(wanted.activation());
        var known = fixed ? Optional.<Double>empty() : adapted ? listed(wanted) : known(wanted);
        var rate = choice.learningRate().isPresent()
                ? Optional.of(choice.learningRate().getAsDouble())
                : known;
        var painting = rate.map(value -> wanted.with(atRate(wanted.optimizer(), value)))
                .orElse(wanted);
        var entries = wanted.equals(own)
                ? List.of(entry(style))
                : Stream.of(wanted.activation(), wanted.loss(), wanted.optimizer())
                        .map(this::entry)
                        .toList();
        // a rate that is known goes without saying
        var said = choice.learningRate().isPresent() || adapted ? painting : wanted;
        var isWhole = said.equals(own);
        var title = isWhole
                ? catalog.notation(style)
                : title(said)
                        + choice.schedule()
                                .map(_ -> " · " + catalog.notation(said.schedule()))
                                .orElse("");
        var arguments = isWhole ? "--style " + Commission.quoted(title) : arguments(said);
        var advice =
                choice.learningRate().isPresent() ? Optional.<String>empty() : known.map(value -> advice(said, value));
        return new Artist(
                title, notation(style, own, painting), painting, entries, arguments + rate(said, painting), advice);
    }

    private <C extends Component> C part(Class<C> kind, Optional<String> notation, C otherwise) {
        return notation.map(text -> catalog.get(kind, text)).orElse(otherwise);
    }

    private String title(Composition style) {
        return String.join(
                " · ",
                catalog.notation(style.activation()),
                catalog.notation(style.loss()),
                catalog.notation(style.optimizer()));
    }

    private String arguments(Composition style) {
        var parts = "--activation " + Commission.quoted(catalog.notation(style.activation())) + " --loss "
                + Commission.quoted(catalog.notation(style.loss())) + " --optimizer "
                + Commission.quoted(catalog.notation(style.optimizer()));
        return catalog.qualifiedNotation(style.schedule()).equals(CONSTANT)
                ? parts
                : parts + " --schedule " + Commission.quoted(catalog.notation(style.schedule()));
    }

    /** Returns the words that keep the rate of a painting where the words for its parts would find another. */
    private String rate(Composition said, Composition painting) {
        var rate = painting.learningRate();
        return known(said).filter(found -> found != rate).isPresent() ? " --learning-rate " + rate : "";
    }

    /** Returns the rate for this combination, unless its optimizer already has another than its default. */
    private Optional<Double> known(Composition style) {
        return hasDefaultRate(correcting(style.optimizer())) ? listed(style) : Optional.empty();
    }

    /** Returns the rate for this combination, whatever its optimizer has. */
    private Optional<Double> listed(Composition style) {
        var rate = rates.of(
                entry(style.activation()).qualifiedName(),
                entry(style.loss()).qualifiedName(),
                entry(correcting(style.optimizer())).qualifiedName());
        return rate.isPresent() ? Optional.of(rate.getAsDouble()) : Optional.empty();
    }

    private boolean isClassic(Component component) {
        return entry(component).plugin().id().equals(CLASSICS);
    }

    private boolean hasDefaultRate(Optimizer optimizer) {
        return entry(optimizer).parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(LEARNING_RATE)
                        && parameter.defaultValue().equals(FormulaException.ask(optimizer, optimizer::learningRate)));
    }

    /** Returns the optimizer whose learning rate counts: the one inside, if this one has none of its own. */
    private Optimizer correcting(Optimizer optimizer) {
        var inner = inner(optimizer);
        return inner.isEmpty() ? optimizer : correcting(catalog.get(Optimizer.class, inner(optimizer, inner.get())));
    }

    /** Returns the parameter for the optimizer inside, if this one has no learning rate of its own. */
    private Optional<Parameter> inner(Optimizer optimizer) {
        var parameters = entry(optimizer).parameters();
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(LEARNING_RATE))
                ? Optional.empty()
                : parameters.stream()
                        .filter(parameter -> parameter.type() == Optimizer.class)
                        .findFirst();
    }

    private String inner(Optimizer optimizer, Parameter parameter) {
        return Words.argument(catalog.qualifiedNotation(optimizer), parameter.name())
                .orElseGet(() -> catalog.defaultOf(parameter));
    }

    private Optimizer atRate(Optimizer optimizer, double rate) {
        return catalog.get(Optimizer.class, notationAtRate(optimizer, rate));
    }

    private String notationAtRate(Optimizer optimizer, double rate) {
        var notation = catalog.qualifiedNotation(optimizer);
        return inner(optimizer)
                .map(parameter -> Words.with(
                        notation,
                        parameter.name(),
                        notationAtRate(catalog.get(Optimizer.class, inner(optimizer, parameter)), rate)))
                .orElseGet(() -> Words.with(notation, LEARNING_RATE, Double.toString(rate)));
    }

    private String advice(Composition style, double rate) {
        return "the learning rate is %s, which suits portraits by %s; --learning-rate changes it"
                .formatted(Numbers.plain(rate), title(style));
    }

    private String notation(Style style, Composition own, Composition painting) {
        var notation = catalog.qualifiedNotation(style);
        notation = replaced(notation, "activation", own.activation(), painting.activation());
        notation = replaced(notation, "loss", own.loss(), painting.loss());
        notation = replaced(notation, "optimizer", own.optimizer(), painting.optimizer());
        return replaced(notation, "schedule", own.schedule(), painting.schedule());
    }

    private String replaced(String notation, String part, Component own, Component painting) {
        return painting.equals(own) ? notation : Words.with(notation, part, catalog.qualifiedNotation(painting));
    }

    private Entry entry(Component component) {
        return catalog.entries().stream()
                .filter(entry -> entry.type() == component.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(component + " is not from the catalog"));
    }
}
