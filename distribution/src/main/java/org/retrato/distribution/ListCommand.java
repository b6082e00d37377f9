package org.retrato.distribution;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what the plugins provide. */
@Command(name = "list", description = "Lists what the plugins provide.")
final class ListCommand implements Runnable {

    /** Names a kind of components in the plural. */
    enum Components {
        ACTIVATIONS(Kind.ACTIVATION),
        LOSSES(Kind.LOSS),
        OPTIMIZERS(Kind.OPTIMIZER),
        SCHEDULES(Kind.SCHEDULE),
        STYLES(Kind.STYLE);

        private final Kind kind;

        Components(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Components of(String word) {
            return Stream.of(values())
                    .filter(components -> components.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            "there are no '" + word + "' to list; there are " + String.join(", ", new Words())));
        }
    }

    /** Lists what can be asked for. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Components.values()).map(Components::toString).iterator();
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Words.class,
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable String only;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Override
    public void run() {
        var shown = only == null ? List.of(Components.values()) : List.of(Components.of(only));
        try (var retrato = plugins.open(1)) {
            plugins.warnOfRefusals(retrato);
            for (var components : shown) {
                print(components, retrato.catalog());
            }
        }
        System.out.println("More about one: retrato describe NAME");
    }

    private void print(Components components, Catalog catalog) {
        var entries = catalog.entries(components.kind);
        var names = entries.stream().map(entry -> name(entry, entries)).toList();
        var width = names.stream().mapToInt(String::length).max().orElse(0);
        var offered = components == Components.STYLES ? offered(catalog) : List.<Entry>of();
        System.out.println(components + (entries.isEmpty() ? ": none" : ""));
        for (var i = 0; i < names.size(); i++) {
            var description =
                    entries.get(i).texts(language.locale()).description().orElse("");
            System.out.println(((offered.contains(entries.get(i)) ? "* " : "  ")
                            + names.get(i)
                            + " ".repeat(width - names.get(i).length() + 2)
                            + description)
                    .stripTrailing());
        }
        if (!offered.isEmpty()) {
            System.out.println("* offered; " + offered.getFirst().name() + " paints unless another is named");
        }
        System.out.println();
    }

    /** Returns the styles that stand out, as the distribution offers them and not all others. */
    private static List<Entry> offered(Catalog catalog) {
        var all = catalog.entries(Kind.STYLE);
        var offered = Settings.current().styles().stream()
                .map(notation -> notation.replaceFirst("\\(.*", ""))
                .flatMap(name ->
                        all.stream().filter(entry -> name.equals(entry.qualifiedName()) || name.equals(entry.name())))
                .toList();
        return offered.size() == all.size() ? List.of() : offered;
    }

    /** Returns the name that users write: qualified where the plain one is that of several. */
    private static String name(Entry entry, List<Entry> entries) {
        var namesakes = entries.stream().filter(other -> other.name().equals(entry.name()));
        return namesakes.count() > 1 ? entry.qualifiedName() : entry.name();
    }
}
