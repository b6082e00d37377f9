package org.retrato.distribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.benchmark.Result;
import org.retrato.distribution.benchmark.ResultsFile;
import org.retrato.distribution.benchmark.Smooth;
import org.retrato.distribution.benchmark.Suite;
import org.retrato.distribution.benchmark.Table;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.benchmark.Meter;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.data.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this machine, and how near training comes to its limits. */
@Command(
        name = "bench",
        description = {
            "Measures the limits of this machine, and how near training comes to them.",
            "All takes about a minute, in which nothing else should run."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  retrato bench",
            "  retrato bench peak classifier --threads 1",
            "  retrato bench portrait --activation sigmoid --json portrait.json"
        })
final class BenchCommand implements Runnable {

    @Parameters(
            paramLabel = "NAME",
            description = "Only rows with this in their name, as 'portrait', or of this group, as 'steps'; repeatable.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "Of the portraits; unless given, GELU, which no plugin of the distribution brings.")
    private @Nullable String activation;

    @Option(names = "--json", paramLabel = "FILE.json", description = "The results for other programs.")
    private @Nullable Path json;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads train; all processors unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Override
    public void run() {
        TrainingOptions.require("--threads", threads, 1, TrainingOptions.MOST_THREADS);
        OutputOptions.requireEnding("--json", json, ".json");
        if (json != null) {
            AtomicFile.check(json);
        }
        try (var retrato = plugins.open(threads)) {
            plugins.warnOfRefusals(retrato);
            var results = measure(retrato);
            if (json != null) {
                ResultsFile.write(json, threads, results);
            }
        }
    }

    private List<Result> measure(Retrato retrato) {
        var smooth = activation == null ? Smooth.unknownToAllPlugins() : Smooth.of(activation, retrato.catalog());
        var rows = new Suite(retrato, smooth).rows(words);
        System.out.println((threads == 1 ? "1 thread" : threads + " threads") + ", vectors of "
                + VectorWidth.current().bits() + " bits, Java "
                + Runtime.version().feature());
        var table = new Table(rows, System.out);
        var meter = new Meter(retrato.workloads());
        var results = new ArrayList<Result>();
        for (var row : rows) {
            var result = row.measure(meter);
            table.add(result);
            results.add(result);
        }
        return results;
    }
}
