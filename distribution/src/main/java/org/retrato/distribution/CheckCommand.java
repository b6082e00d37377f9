package org.retrato.distribution;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.checking.ReportFile;
import org.retrato.distribution.checking.ReportText;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.testkit.conformance.Conformance;
import org.retrato.testkit.rule.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a finished plugin against the rules of the conformance kit. */
@Command(
        name = "check",
        description = {
            "Checks a finished plugin, without its source: the JAR, and each of its components with its defaults.",
            "Takes about a second for a component."
        },
        sortOptions = false,
        exitCodeList = {
            "0:no rule is broken that a plugin must keep",
            "1:one is broken, or more",
            "2:the input is wrong; nothing was written"
        },
        footer = {
            "",
            "Examples:",
            "  retrato check brushes.jar",
            "  retrato check studio.jar --plugins plugins --json report.json"
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLUGIN", description = "A JAR, or a folder with a JAR and the libraries it brings along.")
    private Path plugin = Path.of("");

    @Option(names = "--json", paramLabel = "FILE.json", description = "The report for other programs.")
    private @Nullable Path json;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        if (!Files.exists(plugin)) {
            throw new InputException(plugin + " does not exist; name the JAR that was built");
        }
        plugins.requireFolders();
        OutputOptions.requireEnding("--json", json, ".json");
        if (json != null) {
            AtomicFile.check(json);
        }
        var report = check();
        ReportText.lines(report).forEach(System.out::println);
        if (json != null) {
            ReportFile.write(json, plugin, report);
        }
        return report.passes() ? 0 : Failures.FAILED;
    }

    private Report check() {
        try {
            return PluginOptions.reading(() -> Conformance.of(plugin, plugins.folders()));
        } catch (UncheckedIOException unreadable) {
            throw new InputException(unreadable.getMessage() + "; check its permissions", unreadable);
        }
    }
}
