package org.retrato.maven;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Prints where artifacts are once they are here, or which versions of them there are.
 *
 * <pre>
 *   resolve [--offline] [--repository [ID::]URL]… [--local-repository DIR] GROUP:ARTIFACT:VERSION…
 *   versions [--offline] [--repository [ID::]URL]… [--local-repository DIR] GROUP:ARTIFACT…
 * </pre>
 *
 * <p>{@code resolve} prints a line for the JAR of each artifact and for each library it needs to run: the coordinate that was
 * asked for, the coordinate of the file, and its path, with tabs between. {@code versions} prints the name that was asked for
 * and a version, the oldest first. All is found or nothing is printed: then a sentence on standard error says why, with exit
 * code 2.
 */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_INPUT = 2;

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(System.getProperty("user.home"), ".m2"), System.out, System.err, arguments));
    }

    /**
     * Runs a command.
     *
     * @param mavenHome the folder with the settings of the user's Maven
     * @return the exit code
     */
    static int run(Path mavenHome, PrintStream output, PrintStream errors, String... arguments) {
        try {
            var request = Request.parse(arguments);
            try (var repositories = Repositories.open(request, mavenHome)) {
                lines(request, repositories).forEach(output::println);
            }
            return 0;
        } catch (RuntimeException | Error failure) {
            if (List.of(arguments).contains(Request.DEBUG)) {
                failure.printStackTrace(errors);
            }
            errors.println("retrato: " + oneLine(failure));
            return failure instanceof InputException ? WRONG_INPUT : FAILED;
        }
    }

    private static List<String> lines(Request request, Repositories repositories) {
        return switch (request.command()) {
            case "resolve" ->
                lines(
                        request,
                        name -> repositories.resolve(name).stream()
                                .map(artifact -> Coordinates.of(artifact) + "\t" + artifact.getFile()));
            case "versions" -> lines(request, name -> repositories.versions(name).stream());
            default -> throw new InputException("'" + request.command() + "' is neither 'resolve' nor 'versions'");
        };
    }

    private static List<String> lines(Request request, Function<String, Stream<String>> answer) {
        return request.names().stream()
                .flatMap(name -> answer.apply(name).map(line -> name + "\t" + line))
                .toList();
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
