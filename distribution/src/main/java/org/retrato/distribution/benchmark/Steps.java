package org.retrato.distribution.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retrato.api.Style;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.benchmark.Workload;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Fourier;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;

/** Lists the trainings of which a step is measured: forward, back, and the update by Adam. */
final class Steps {

    private static final String MEAN_SQUARES = "classics:mse";
    private static final String CATEGORIES = "classics:cross-entropy";

    private final Retrato retrato;
    private final Smooth smooth;

    private Steps(Retrato retrato, Smooth smooth) {
        this.retrato = retrato;
        this.smooth = smooth;
    }

    /** One training. */
    record Step(String name, Network network, int rows, Function<Network, Workload> preparation) {

        String description() {
            var encoding = network.encoding() instanceof Fourier fourier ? 2 * fourier.frequencies() + " waves" : "";
            var widths = Stream.of(
                            Stream.of(network.inputs() + ""),
                            Stream.of(encoding).filter(text -> !text.isEmpty()),
                            network.hidden().stream().map(String::valueOf),
                            Stream.of(network.outputs() + ""))
                    .flatMap(Function.identity())
                    .collect(Collectors.joining("→"));
            return String.format(Locale.ROOT, "%s, %,d %s", widths, rows, rows == 1 ? "row" : "rows");
        }

        Workload workload() {
            return preparation.apply(network);
        }
    }

    static List<Step> all(Retrato retrato, Smooth smooth) {
        return new Steps(retrato, smooth).all();
    }

    private List<Step> all() {
        return List.of(
                portrait("portrait-" + smooth.name() + "-65536", 256, 65_536),
                portrait("portrait-" + smooth.name() + "-8192", 256, 8_192),
                portrait("awkward-" + smooth.name() + "-8190", 250, 8_190),
                relu("fourier-relu-8192", new Network(2, new Fourier(), deep(3, 256), 3), MEAN_SQUARES, 8_192),
                relu("classifier-relu-128", Network.dense(784, List.of(512, 256), 10), CATEGORIES, 128),
                relu("wide-relu-4096", Network.dense(2, deep(4, 1024), 3), MEAN_SQUARES, 4_096),
                relu("narrow-relu-1024", Network.dense(2, deep(3, 32), 3), MEAN_SQUARES, 1_024),
                relu("single-relu-1", Network.dense(2, deep(3, 256), 3), MEAN_SQUARES, 1));
    }

    private static List<Integer> deep(int layers, int units) {
        return Collections.nCopies(layers, units);
    }

    private Step portrait(String name, int units, int rows) {
        return new Step(
                name,
                Network.dense(2, deep(3, units), 3),
                rows,
                network -> workload(network, Composition.of(style(MEAN_SQUARES)).with(smooth.activation()), rows));
    }

    private Step relu(String name, Network network, String loss, int rows) {
        return new Step(name, network, rows, same -> workload(same, style(loss), rows));
    }

    private Style style(String loss) {
        return retrato.compose("classics:relu", loss, "classics:adam", "classics:constant");
    }

    private Workload workload(Network network, Style style, int rows) {
        var random = new Random(1);
        var inputs = new float[rows * network.inputs()];
        for (var i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextFloat() * 2 - 1;
        }
        var categories = random.ints(rows, 0, network.outputs()).toArray();
        var samples = new Samples(rows, inputs, Samples.oneHot(categories, network.outputs()));
        var trainer = retrato.trainer(network, style, samples, new Settings(Integer.MAX_VALUE, 0, 1));
        return retrato.workloads().step(trainer, rows);
    }
}
