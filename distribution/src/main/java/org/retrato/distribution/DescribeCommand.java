package org.retrato.distribution;

import java.util.List;
import java.util.stream.Stream;
import org.retrato.distribution.describing.Description;
import org.retrato.distribution.describing.KernelDescription;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a component. */
@Command(
        name = "describe",
        description = "Describes a component: what it is, its hyperparameters, its formula and where it comes from.",
        footer = {
            "",
            "Examples:",
            "  retrato describe adam",
            "  retrato describe 'huber(delta=0.1)' --lang es",
            "  retrato describe tanh --kernel"
        })
final class DescribeCommand implements Runnable {

    @Parameters(
            paramLabel = "NAME",
            description = "A name, as 'adam' or 'classics:adam', with hyperparameters if you like.")
    private String notation = "";

    @Option(names = "--latex", description = "Writes the formulas as LaTeX.")
    private boolean latex;

    @Option(
            names = "--kernel",
            description = "Shows the formula, its gradient, and the loops that they are compiled to.")
    private boolean kernel;

    @Option(
            names = "--operations",
            description = "As --kernel, with every function written out as the operations that compute it.")
    private boolean operations;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Override
    public void run() {
        var locale = language.locale();
        try (var retrato = plugins.open(1)) {
            plugins.warnOfRefusals(retrato);
            var catalog = retrato.catalog();
            var separator = "";
            for (var entry : entries(catalog)) {
                System.out.print(separator);
                var component = catalog.get(entry.kind().type(), entry.qualifiedName() + arguments());
                var lines = kernel || operations
                        ? KernelDescription.of(retrato, entry.kind(), component, locale, latex, operations)
                        : Description.of(catalog, entry, component, locale, latex);
                lines.forEach(System.out::println);
                separator = System.lineSeparator();
            }
        }
    }

    private List<Entry> entries(Catalog catalog) {
        var name = name();
        var found = catalog.entries().stream()
                .filter(entry ->
                        entry.name().equals(name) || entry.qualifiedName().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw unknown(catalog, name);
        }
        return found;
    }

    /** Lets each kind say what it thinks of the name, and takes the first that has a suggestion. */
    private static RuntimeException unknown(Catalog catalog, String name) {
        return Stream.of(Kind.values())
                .flatMap(kind -> {
                    try {
                        catalog.entry(kind, name);
                        return Stream.empty();
                    } catch (CatalogException wrong) {
                        return Stream.of(wrong);
                    }
                })
                .filter(wrong -> wrong.getMessage().contains("did you mean"))
                .map(RuntimeException.class::cast)
                .findFirst()
                .orElseGet(() -> new InputException("unknown component '" + name
                        + "'; 'retrato list' shows all, and --plugins names a further folder of plugins"));
    }

    private String name() {
        var open = notation.indexOf('(');
        return (open < 0 ? notation : notation.substring(0, open)).strip();
    }

    private String arguments() {
        return notation.strip().substring(name().length());
    }
}
