package org.retrato.distribution;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.runtime.plugins.Refusal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which plugins were accepted, which refused, and why; or what their code could do. */
@Command(
        name = "doctor",
        description = {
            "Says which plugins were accepted, which refused, why, and what to do about it.",
            "With --audit, says what their code could do instead, and loads none of it."
        },
        sortOptions = false,
        exitCodeList = {
            "0:nothing was refused; with --audit, there is mathematics only",
            "1:something was refused; with --audit, there is more than mathematics",
            "2:the input is wrong; nothing was written"
        },
        footer = {"", "Examples:", "  retrato doctor --plugins target", "  retrato doctor --audit classics brushes.jar"
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @ArgGroup(exclusive = false)
    private @Nullable AuditOptions audit;

    @Override
    public Integer call() {
        var chosen = audit;
        if (chosen != null) {
            plugins.requireFolders();
            return PluginOptions.reading(() -> chosen.run(plugins.folders()));
        }
        try (var retrato = plugins.open(1)) {
            Stream.of(new Version().getVersion()).forEach(System.out::println);
            plugins.folders().forEach(folder -> System.out.println("plugins from " + folder));
            System.out.println();
            retrato.report().accepted().forEach(DoctorCommand::print);
            var refused = Stream.concat(retrato.report().refused().stream(), retrato.catalog().refusals().stream())
                    .toList();
            refused.forEach(DoctorCommand::print);
            System.out.println(retrato.report().accepted().size() + " accepted, " + refused.size() + " refused");
            return refused.isEmpty() ? 0 : Failures.FAILED;
        }
    }

    private static void print(Plugin plugin) {
        System.out.println("accepted  " + plugin + "  " + plugin.components().size()
                + (plugin.components().size() == 1 ? " component" : " components"));
        System.out.println("          " + plugin.path());
        System.out.println("          sha256 " + plugin.sha256());
        if (!plugin.description().isEmpty()) {
            System.out.println("          " + plugin.description());
        }
        System.out.println();
    }

    private static void print(Refusal refusal) {
        System.out.println(
                "refused   " + refusal.path() + "  [" + refusal.problem().code() + "]");
        System.out.println("          " + refusal.cause());
        System.out.println("          what to do: " + refusal.remedy());
        System.out.println();
    }
}
