package org.retrato.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Holds a README and follows it as a newcomer does: word by word, from the top, in an empty folder. */
record Guide(String text) {

    private static final Pattern LISTING =
            Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?://|#) (\\S*[./]\\S+)\\n.*", Pattern.DOTALL);

    /** A listing, and the language that it says it is in. */
    private record Listing(String language, String text) {

        static Listing of(MatchResult found) {
            return new Listing(found.group(1), found.group(2));
        }
    }

    /** Reads the guide of a folder of the sources; integration tests run in that of the distribution. */
    static Guide of(String folder) throws IOException {
        return new Guide(Files.readString(Path.of("..", folder, "README.md")));
    }

    /** Saves every listing that names a file, runs every shell command, and returns what was printed. */
    String follow(Path folder, Shell shell) throws Exception {
        var printed = new StringBuilder();
        for (var listing : listings()) {
            var file = FILE.matcher(listing.text());
            if (file.matches()) {
                var path = folder.resolve(file.group(1));
                Files.createDirectories(path.getParent());
                Files.writeString(path, listing.text());
            } else if (listing.language().equals("sh")) {
                printed.append(shell.run(folder, listing.text()));
            } else if (!listing.language().equals("text")) {
                throw new AssertionError(
                        "this listing cannot be proved, as it does not name its file:\n" + listing.text());
            }
        }
        return printed.toString();
    }

    /** Returns what the guide says that a command prints. */
    List<String> outputs(String firstLine) {
        return listings().stream()
                .map(Listing::text)
                .filter(text -> text.startsWith(firstLine + "\n"))
                .toList();
    }

    private List<Listing> listings() {
        return LISTING.matcher(text).results().map(Listing::of).toList();
    }
}
