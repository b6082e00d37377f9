package org.retrato.distribution.painting;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.retrato.runtime.painting.TerminalPicture;
import org.retrato.runtime.painting.TerminalPicture.Colours;

/**
 * Knows the terminal.
 *
 * @param columns how many characters are in a line
 * @param rows how many lines are visible
 * @param colours what colours it shows, if any
 */
public record Screen(int columns, int rows, Optional<Colours> colours) {

    private static final int LARGEST_PICTURE = 48;

    /** Asks the terminal. */
    public static Screen current(Charset charset) {
        var size = size();
        return new Screen(
                size[1], size[0], colours(System.getenv(), charset.newEncoder().canEncode('▀')));
    }

    static Optional<Colours> colours(Map<String, String> environment, boolean hasBlocks) {
        if (!hasBlocks || !environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return Optional.empty();
        }
        return switch (environment.getOrDefault("COLORTERM", "")) {
            case "truecolor", "24bit" -> Optional.of(Colours.TRUE);
            default ->
                environment.getOrDefault("TERM", "").contains("256color")
                        ? Optional.of(Colours.INDEXED)
                        : Optional.empty();
        };
    }

    /** Returns lines and columns. */
    private static int[] size() {
        int[] size = {24, 80};
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var words = new String(stty.getInputStream().readAllBytes(), Charset.defaultCharset())
                    .strip()
                    .split(" ", -1);
            if (words.length == 2 && !words[0].equals("0") && !words[1].equals("0")) {
                size = new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])};
            }
        } catch (IOException | NumberFormatException _) {
            // no such tool: a terminal of the usual size
        }
        return size;
    }

    /** Returns how pictures are shown above a line of progress, if the terminal can show them. */
    Optional<TerminalPicture> picture() {
        return colours.filter(_ -> rows > 6 && columns > 10)
                .map(known -> new TerminalPicture(columns - 1, Math.min(rows - 4, LARGEST_PICTURE), known));
    }
}
