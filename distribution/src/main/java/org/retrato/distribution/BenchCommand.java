package org.retrato.distribution;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.benchmark.Advice;
import org.retrato.distribution.benchmark.Group;
import org.retrato.distribution.benchmark.Result;
import org.retrato.distribution.benchmark.ResultsFile;
import org.retrato.distribution.benchmark.Smooth;
import org.retrato.distribution.benchmark.Suite;
import org.retrato.distribution.benchmark.Table;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.benchmark.Meter;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.graph.FormulaException;
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

    /** Lists the groups of rows. */
    static final class Groups implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Group.values()).map(Group::toString).iterator();
        }
    }

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Groups.class,
            description = {
                "Only rows with this in their name, as 'portrait', or of this group: ${COMPLETION-CANDIDATES};",
                "repeatable."
            })
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "That of the portraits; unless given, GELU, which no plugin of the distribution brings.")
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
            var advice = Advice.on(results, ManagementFactory.getRuntimeMXBean().getInputArguments());
            advice.forEach(sentence -> System.out.println("\n" + sentence));
            if (json != null) {
                ResultsFile.write(json, threads, results, advice);
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
            try {
                var result = row.measure(meter);
                table.add(result);
                results.add(result);
                if (row.group() == Group.LIMITS && result.measurement().isSlow()) {
                    break; // the steps would take hours
                }
            } catch (FormulaException | CatalogException unfit) {
                System.err.println("retrato: " + row.name() + " is left out: " + unfit.getMessage());
            }
        }
        return results;
    }
}
