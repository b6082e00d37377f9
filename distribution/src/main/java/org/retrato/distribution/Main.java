package org.retrato.distribution;

import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.compile.machine.VectorWidth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command line of Retrato. */
@Command(
        name = "retrato",
        description = "Trains neural networks as an artist paints a portrait.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            PaintCommand.class,
            TrainCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            DoctorCommand.class,
            CheckCommand.class,
            PluginsCommand.class,
            AssembleCommand.class,
            NewCommand.class,
            BenchCommand.class,
            CompletionCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed, as a loss that is no longer finite; or an internal error",
            "2:the input is wrong; nothing was written",
            "3:the distribution is not what its lock says, and may not run so",
            "130:interrupted; what was painted so far is saved"
        },
        footer = {"", "Begin with: retrato paint"})
public final class Main implements Runnable {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    @SuppressWarnings("UnusedVariable") // Failures looks for the word itself, as it may stand in a line that is wrong
    private boolean debug;

    @Option(
            names = "--locked",
            scope = ScopeType.INHERIT,
            description = "Run only if every JAR is what retrato.lock says.")
    private boolean locked;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        StartupNotice.wipe();
        System.exit(Failures.guard(arguments, () -> execute(arguments)));
    }

    private static int execute(String[] arguments) {
        var check = StartCheck.begin();
        try {
            VectorWidth.requested(); // the current width would start the vector API, which takes a while
        } catch (IllegalArgumentException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()), wrong);
        }
        var main = new Main();
        return commandLine(main)
                .setExecutionStrategy(parsed -> guarded(check, parsed, main.locked))
                .execute(arguments);
    }

    private static int guarded(StartCheck check, ParseResult parsed, boolean locked) {
        try {
            return check.guard(parsed, locked, () -> new RunLast().execute(parsed));
        } catch (InputException wrong) { // as one of the command itself
            throw new ExecutionException(parsed.commandSpec().commandLine(), wrong.getMessage(), wrong);
        }
    }

    static CommandLine commandLine() {
        return commandLine(new Main());
    }

    private static CommandLine commandLine(Main main) {
        var commandLine = new CommandLine(main).setUsageHelpWidth(100);
        // named in the annotation it would be asked at every start, and Version starts the vector API
        commandLine.getCommandSpec().versionProvider(new Version());
        for (var command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version());
            for (var part : command.getSubcommands().values()) {
                part.getCommandSpec().versionProvider(new Version());
            }
        }
        commandLine.setParameterExceptionHandler(Failures::misused);
        commandLine.setExecutionExceptionHandler(Failures::failed);
        return commandLine;
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
