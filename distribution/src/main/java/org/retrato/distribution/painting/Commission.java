package org.retrato.distribution.painting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.network.Encoding;
import org.retrato.runtime.painting.Painter;
import org.retrato.runtime.training.Settings;

/**
 * Says what is to be painted, how, and where it goes; all of it has been checked.
 *
 * @param original the picture as it was read
 * @param image the file it came from; none for the portrait that Retrato brings
 * @param target the picture at the size at which it is painted
 * @param encodingNotation the encoding as it is written
 * @param hidden the units of each hidden layer
 * @param plugins the plugin folders that the user named
 * @param colours the size of the palette for a loss that wants categories
 */
public record Commission(
        Image original,
        Optional<Path> image,
        Image target,
        Encoding encoding,
        String encodingNotation,
        List<Integer> hidden,
        List<Path> plugins,
        int colours,
        Settings settings,
        Path output,
        Optional<Path> film,
        Optional<Path> report,
        Locale locale) {

    public Commission {
        hidden = List.copyOf(hidden);
        plugins = List.copyOf(plugins);
    }

    /** Lets an artist prepare the canvas; the formulas of the style are recorded here. */
    Painter painter(Retrato retrato, Artist artist) {
        return retrato.painter(target, artist.style(), encoding, hidden, colours, settings);
    }

    void writeReport(Retrato retrato, List<Report.Result> results) {
        report.ifPresent(path -> new Report(
                        image.map(Path::toString).orElse("portrait"),
                        target.width(),
                        target.height(),
                        retrato.report().accepted(),
                        encodingNotation,
                        hidden,
                        colours,
                        settings,
                        retrato.threads(),
                        results)
                .write(path, retrato.catalog()));
    }

    /** Returns the sitter, as messages call it. */
    String sitter() {
        return image.map(Path::toString).orElse("the portrait") + " at " + target.width() + "x" + target.height();
    }

    /** Returns the words of a command that paints the same picture again. */
    String command(String arguments) {
        var words = new ArrayList<>(List.of("retrato paint"));
        image.ifPresent(path -> words.add(quoted(path.toString())));
        plugins.forEach(folder -> words.add("--plugins " + quoted(folder.toString())));
        words.add(arguments);
        return String.join(" ", words);
    }

    /** Returns a word as a shell wants it. */
    public static String quoted(String word) {
        return word.matches("[\\w./:,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
