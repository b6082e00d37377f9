package org.retrato.distribution.installing;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.retrato.distribution.home.Deviation;
import org.retrato.distribution.home.Deviation.Kind;
import org.retrato.distribution.home.Home;
import org.retrato.runtime.plugins.Candidate;

/** Lists the plugins of a distribution, without loading a class of them. */
public final class Listing {

    private static final List<String> HEAD = List.of("id", "version", "components", "state", "file", "from");
    private static final String NOTHING = "-";

    private final Installed installed;
    private final List<Deviation> deviations;

    private Listing(Installed installed) {
        this.installed = installed;
        this.deviations = installed
                .lock()
                .map(lock -> lock.compare(installed.home(), path -> path.startsWith("plugins/")))
                .orElse(List.of());
    }

    /** Returns a line for each plugin, under one that names the columns. */
    public static List<String> lines(Home home) {
        return Access.reading(home, () -> new Listing(Installed.of(home)).lines());
    }

    private List<String> lines() {
        var rows = new ArrayList<>(List.of(HEAD));
        for (var plugin : installed.plugins()) {
            var components =
                    plugin.components().values().stream().mapToInt(List::size).sum();
            var source = installed.source(plugin);
            rows.add(List.of(
                    plugin.id(),
                    plugin.version(),
                    String.valueOf(components),
                    state(plugin.path()),
                    Installed.name(plugin.path()),
                    source.isEmpty() ? NOTHING : source));
        }
        installed.unreadable().forEach(path -> rows.add(row(state(path), Installed.name(path))));
        missing().forEach(name -> rows.add(row("missing", name)));
        return aligned(rows);
    }

    private static List<String> row(String state, String name) {
        return List.of(NOTHING, NOTHING, NOTHING, state, name, NOTHING);
    }

    private String state(Path plugin) {
        var path = Installed.path(plugin);
        var kinds = deviations.stream()
                .filter(deviation ->
                        deviation.path().equals(path) || deviation.path().startsWith(path + "/"))
                .map(Deviation::kind)
                .distinct()
                .toList();
        var states = new ArrayList<String>();
        if (!kinds.isEmpty()) {
            states.add(kinds.equals(List.of(Kind.ADDED)) ? "not in the lock" : "changed");
        }
        installed.refused().stream()
                .filter(refusal -> refusal.path().equals(plugin))
                .forEach(refusal -> states.add("refused: " + refusal.problem().code()));
        return states.isEmpty() ? "ok" : String.join(", ", states);
    }

    /** Returns what the lock lists and the folder does not hold. */
    private List<String> missing() {
        var present = Stream.concat(installed.plugins().stream().map(Candidate::path), installed.unreadable().stream())
                .map(Installed::name)
                .toList();
        return deviations.stream()
                .filter(deviation -> deviation.kind() == Kind.REMOVED)
                .map(deviation -> deviation.path().split("/")[1])
                .distinct()
                .filter(name -> !present.contains(name))
                .toList();
    }

    private static List<String> aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(joining("  "))
                        .stripTrailing())
                .toList();
    }
}
