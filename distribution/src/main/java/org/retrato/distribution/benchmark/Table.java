package org.retrato.distribution.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints results as they come, aligned and by groups. */
public final class Table {

    private static final int INDENTS = 4;
    private static final String NUMBERS = "  %9s %8s %8s  %-7s  %8s";

    private final PrintStream to;
    private final int names;
    private final int descriptions;
    private @Nullable Group group;

    /** Prints a table of these rows. */
    public Table(List<Row> rows, PrintStream to) {
        this.to = to;
        this.names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        var titles = rows.stream().mapToInt(row -> row.group().title().length()).max();
        var widest = rows.stream().mapToInt(row -> row.description().length()).max();
        this.descriptions = Math.max(widest.orElse(0), titles.orElse(0) - names - INDENTS);
    }

    /** Prints a row, and the heading before the first of a group. */
    public void add(Result result) {
        var row = result.row();
        if (row.group() != group) {
            to.println();
            group = row.group();
            var heading = pad(group.title(), names + descriptions + INDENTS);
            to.println(heading + String.format(Locale.ROOT, NUMBERS, "ms", "median", "best", "", "of limit"));
        }
        to.println(("  " + pad(row.name(), names) + "  " + pad(row.description(), descriptions) + numbers(result))
                .stripTrailing());
    }

    private static String numbers(Result result) {
        var measured = result.measurement();
        var percent = result.row().isLimit() ? "" : decimals(measured.percent(), 3) + " %";
        return String.format(
                        Locale.ROOT,
                        NUMBERS,
                        decimals(measured.timing().median() / 1e6, 4),
                        decimals(measured.rate(), 4),
                        decimals(measured.best(), 4),
                        measured.unit(),
                        percent)
                + (measured.isSlow() ? "  slow!" : "");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Writes at most this many digits and three decimals, as {@code 138.2} or {@code 0.094}. */
    private static String decimals(double value, int digits) {
        var before = Math.max(1, (int) Math.floor(Math.log10(Math.max(value, 1e-9))) + 1);
        return String.format(Locale.ROOT, "%." + Math.clamp(digits - before, 0, 3) + "f", value);
    }
}
