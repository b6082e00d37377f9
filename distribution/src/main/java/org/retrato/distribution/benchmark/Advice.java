package org.retrato.distribution.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.retrato.runtime.benchmark.Limit;

/** Says what is wrong with results, and what to do. */
public final class Advice {

    private static final Pattern WITHOUT_COMPILER =
            Pattern.compile("-Xint|-XX:TieredStopAtLevel=[0-3]|-XX:-UseCompiler");
    private static final double TOGETHER = 0.75;

    private Advice() {}

    /**
     * Returns sentences; none if all is well.
     *
     * @param javaOptions what Java was started with
     */
    public static List<String> on(List<Result> results, List<String> javaOptions) {
        return Stream.concat(onTheCliff(results, javaOptions), onThreads(results))
                .toList();
    }

    private static Stream<String> onTheCliff(List<Result> results, List<String> javaOptions) {
        return results.stream()
                .filter(result -> result.measurement().isSlow())
                .limit(1)
                .map(slow ->
                        "slow! marks rows in which every vector is an object in memory rather than a register, which is"
                                + " up to a hundred times slower: Java's optimizing compiler, C2, has not compiled their loops. "
                                + remedy(slow, javaOptions));
    }

    private static String remedy(Result slow, List<String> javaOptions) {
        return javaOptions.stream()
                .filter(WITHOUT_COMPILER.asMatchPredicate())
                .findFirst()
                .map(option -> "It was started with " + option + ", which switches that compiler off; remove it from"
                        + " RETRATO_JAVA_OPTIONS, JDK_JAVA_OPTIONS or JAVA_TOOL_OPTIONS.")
                .orElseGet(() -> "Run it again; if the mark stays, report what 'retrato bench "
                        + slow.row().name() + "' prints with RETRATO_JAVA_OPTIONS=-XX:+PrintCompilation.");
    }

    /** Compares what one thread computes at most with what all do. */
    private static Stream<String> onThreads(List<Result> results) {
        return results.stream()
                .filter(result -> threads(result) == 1)
                .flatMap(one -> results.stream()
                        .filter(all -> threads(all) > 1 && speedup(one, all) < TOGETHER * threads(all))
                        .map(all -> String.format(
                                Locale.ROOT,
                                "%d threads together compute only %.1f times as much as one: other programs take the"
                                        + " processors, or several are parts of one core. End those programs and run it"
                                        + " again, or choose fewer with --threads.",
                                threads(all),
                                speedup(one, all))));
    }

    private static int threads(Result result) {
        return result.measurement().workload().limit() instanceof Limit.Arithmetic(var threads)
                        && result.row().isLimit()
                ? threads
                : 0;
    }

    private static double speedup(Result one, Result all) {
        return all.measurement().rate() / one.measurement().rate();
    }
}
