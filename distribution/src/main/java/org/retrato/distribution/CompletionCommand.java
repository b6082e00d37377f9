package org.retrato.distribution;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints what makes a shell complete commands and options. */
@Command(
        name = "completion",
        description = {
            "Prints a script that makes bash and zsh complete commands and options.",
            "To use it: source <(retrato completion)"
        })
final class CompletionCommand implements Runnable {

    @Override
    public void run() {
        System.out.print(AutoComplete.bash("retrato", Main.commandLine()));
    }
}
