package org.retrato.runtime.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Holds a table of comma-separated values (RFC 4180, UTF-8): a header with the names of the columns, then rows of
 * numbers with a point for decimals. One column, of numbers or of categories, is what is to be learned from the others.
 */
public final class CsvFile {
    private final String name;
    private final List<String> header;
    private final List<CsvRow> rows;

    private CsvFile(String name, List<CsvRow> lines) {
        this.name = name;
        this.header = lines.getFirst().cells();
        this.rows = lines.subList(1, lines.size());
    }

    /**
     * Reads a table.
     *
     * @throws DataException if the file cannot be read, has no rows, a row of another length or a column without a name
     *     of its own
     */
    public static CsvFile read(Path path) {
        var lines = CsvRow.parse(text(path), path.toString());
        if (lines.size() < 2) {
            throw new DataException(path + " needs a line with the names of the columns and at least one row below it");
        }
        var file = new CsvFile(path.toString(), lines);
        file.check();
        return file;
    }

    private static String text(Path path) {
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw new DataException(path + " does not exist", missing);
        } catch (CharacterCodingException wrong) {
            throw new DataException(path + " is not UTF-8 text; save it as CSV UTF-8", wrong);
        } catch (IOException failure) {
            throw new DataException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void check() {
        if (header.size() == 1) {
            throw new DataException("%s:1: there is only one column, '%s'; separate columns with commas"
                    .formatted(name, header.getFirst()));
        }
        var seen = new HashSet<String>();
        for (var column : header) {
            if (column.isBlank() || !seen.add(column)) {
                throw new DataException(
                        "%s:1: every column needs a name of its own, '%s' is not one".formatted(name, column));
            }
        }
        for (var row : rows) {
            if (row.cells().size() != header.size()) {
                throw new DataException("%s:%d: %d cells, but the header has %d"
                        .formatted(name, row.line(), row.cells().size(), header.size()));
            }
        }
    }

    /** Returns the names of the columns. */
    public List<String> columns() {
        return header;
    }

    /**
     * Returns the rows as examples whose answer is the number in {@code column}.
     *
     * @throws DataException if there is no such column, or a cell is not a finite number
     */
    public Examples regression(String column) {
        var target = index(column);
        var values = new float[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = number(rows.get(i), target);
        }
        return examples(target, new Examples.Numbers(values));
    }

    /**
     * Returns the rows as examples whose answer is the category in {@code column}. The categories are in the order of
     * their names, or of their values if all are whole numbers.
     *
     * @throws DataException if there is no such column, a category is blank, there is only one, or another cell is not
     *     a finite number
     */
    public Examples classification(String column) {
        var target = index(column);
        var found = new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (var row : rows) {
            var category = row.cells().get(target);
            if (category.isBlank()) {
                throw new DataException(
                        "%s:%d: the category in column '%s' is missing".formatted(name, row.line(), column));
            }
            found.add(category);
        }
        if (found.size() < 2) {
            throw new DataException("%s: every row of column '%s' is '%s'; there must be two categories at least"
                    .formatted(name, column, found.first()));
        }
        var whole = found.stream().allMatch(category -> category.matches("0|[1-9][0-9]*"));
        var names = whole ? List.copyOf(found) : found.stream().sorted().toList();
        var indices = rows.stream()
                .mapToInt(row -> names.indexOf(row.cells().get(target)))
                .toArray();
        return examples(target, new Examples.Categories(names, indices));
    }

    private int index(String column) {
        var index = header.indexOf(column);
        if (index < 0) {
            throw new DataException(
                    "%s has no column '%s'; its columns are: %s".formatted(name, column, String.join(", ", header)));
        }
        return index;
    }

    private Examples examples(int target, Examples.Answers answers) {
        var used = IntStream.range(0, header.size())
                .filter(column -> column != target)
                .toArray();
        var inputs = new float[Math.multiplyExact(rows.size(), used.length)];
        for (var i = 0; i < inputs.length; i++) {
            inputs[i] = number(rows.get(i / used.length), used[i % used.length]);
        }
        return new Examples(IntStream.of(used).mapToObj(header::get).toList(), inputs, answers);
    }

    private float number(CsvRow row, int column) {
        var cell = row.cells().get(column);
        try {
            var value = Float.parseFloat(cell);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below, as for infinities
        }
        throw new DataException("%s:%d: column '%s' must be a finite number, not '%s'"
                .formatted(name, row.line(), header.get(column), cell));
    }
}
