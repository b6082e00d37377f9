package org.retrato.distribution;

import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.retrato.distribution.painting.InputException;
import org.retrato.distribution.painting.UnsavedException;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.graph.FormulaException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one sentence on standard error, and chooses the exit code. */
final class Failures {

    /** Tells that the work itself failed. */
    static final int FAILED = 1;

    /** Tells that the input is wrong, and that nothing was written. */
    static final int WRONG_INPUT = 2;

    /** Tells that the distribution is not what its lock says, and may not run so. */
    static final int UNLOCKED = 3;

    /** Tells that the user interrupted. */
    static final int INTERRUPTED = 130;

    private Failures() {}

    /** Says what is wrong with the words of the command line. */
    static int misused(ParameterException misuse, String[] arguments) {
        if (isDebugging(arguments)) {
            misuse.printStackTrace();
        }
        var command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        var reason = reason(misuse);
        say(reason + (reason.endsWith("?") ? " See '" : "; see '") + command + " --help'");
        return WRONG_INPUT;
    }

    private static String reason(ParameterException misuse) {
        if (!(misuse instanceof UnmatchedArgumentException unmatched)) {
            return oneLine(misuse).replaceFirst("^Error: ", "");
        }
        var commandLine = misuse.getCommandLine();
        var word = unmatched.getUnmatched().getFirst();
        var what = unmatched.isUnknownOption()
                ? "unknown option"
                : commandLine.getSubcommands().isEmpty() ? "unexpected argument" : "unknown command";
        var similar = unmatched.getSuggestions();
        return what + " '" + word + "'" + (similar.isEmpty() ? "" : "; did you mean '" + similar.getFirst() + "'?");
    }

    /** Says why a command did not succeed. */
    static int failed(Exception failure, CommandLine commandLine, ParseResult parsed) {
        return failed(failure, isDebugging(parsed.originalArgs().toArray(String[]::new)));
    }

    /** Runs a command; what is not even an exception ends as one sentence too. */
    static int guard(String[] arguments, IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (Throwable failure) {
            return failed(failure, isDebugging(arguments));
        }
    }

    private static int failed(Throwable failure, boolean debugging) {
        if (debugging) {
            failure.printStackTrace();
        }
        return switch (failure) {
            case InputException _, CatalogException _, DataException _, FormulaException _ -> {
                say(oneLine(failure));
                yield WRONG_INPUT;
            }
            case UnsavedException _ -> {
                say(oneLine(failure));
                yield FAILED;
            }
            case OutOfMemoryError _ -> {
                say("the memory is too small; choose a smaller --size or --width, or allow more with"
                        + " RETRATO_JAVA_OPTIONS=-Xmx8g");
                yield FAILED;
            }
            default -> {
                say("internal error: " + oneLine(failure) + "; run again with --debug and report it");
                yield FAILED;
            }
        };
    }

    private static void say(String sentence) {
        System.err.println("retrato: " + sentence);
    }

    private static String oneLine(Throwable failure) {
        var message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static boolean isDebugging(String[] arguments) {
        return List.of(arguments).contains("--debug");
    }
}
