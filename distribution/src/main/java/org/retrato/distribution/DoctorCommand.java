package org.retrato.distribution;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.runtime.plugins.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which plugins were accepted, which refused, and why. */
@Command(
        name = "doctor",
        description = "Says which plugins were accepted, which refused, why, and what to do about it.",
        exitCodeList = {"0:nothing was refused", "1:something was refused"})
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
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
