package org.retrato.runtime.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits comma-separated values into rows of cells. Cells may be quoted, a quote in them is doubled; blanks around
 * cells do not count, and blank lines are skipped.
 *
 * @param line where the row starts, counted from 1
 */
record CsvRow(int line, List<String> cells) {
    static List<CsvRow> parse(String text, String name) {
        var rows = new ArrayList<CsvRow>();
        var position = 0;
        var line = 1;
        while (position < text.length()) {
            var cells = new ArrayList<String>();
            var start = line;
            boolean more;
            do {
                var cell = new StringBuilder();
                var quoted = false;
                while (position < text.length()) {
                    var character = text.charAt(position);
                    if (!quoted && (character == ',' || character == '\n')) {
                        break;
                    }
                    position++;
                    if (character == '"' && quoted && position < text.length() && text.charAt(position) == '"') {
                        cell.append('"');
                        position++;
                    } else if (character == '"') {
                        quoted = !quoted;
                    } else {
                        line += character == '\n' ? 1 : 0;
                        cell.append(character);
                    }
                }
                if (quoted) {
                    throw new DataException("%s:%d: a quote is opened and never closed".formatted(name, start));
                }
                cells.add(cell.toString().strip());
                more = position < text.length() && text.charAt(position) == ',';
                position++;
            } while (more);
            line++;
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                rows.add(new CsvRow(start, List.copyOf(cells)));
            }
        }
        return rows;
    }
}
