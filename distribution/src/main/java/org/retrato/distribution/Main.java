package org.retrato.distribution;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Retrato. */
@Command(
        name = "retrato",
        description = "Trains neural networks as an artist paints a portrait.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        StartupNotice.wipe();
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "retrato " + Main.class.getModule().getDescriptor().rawVersion().orElse("(unpackaged)")
            };
        }
    }
}
