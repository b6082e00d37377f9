package org.retrato.runtime;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.ProvisionException;
import java.nio.file.Path;
import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.benchmark.Workloads;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Encoding;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.painting.Painter;
import org.retrato.runtime.plugins.LoadReport;
import org.retrato.runtime.plugins.Plugins;
import org.retrato.runtime.plugins.Policy;
import org.retrato.runtime.training.Compilation;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;

/**
 * Opens folders of plugins, and trains and paints with what they provide.
 *
 * <pre>{@code
 * try (var retrato = Retrato.open(Path.of("plugins"))) {
 *     var style = retrato.compose("tanh", "mse", "adam(learningRate=0.01)", "constant");
 *     var trainer = retrato.trainer(Network.dense(1, List.of(32, 32), 1), style, samples, new Settings(2000, 0, 42));
 *     trainer.train(progress -> {});
 *     float[][] predicted = trainer.model().predict(inputs);
 * }
 * }</pre>
 *
 * <p>Used by one thread at a time.
 */
public final class Retrato implements AutoCloseable {

    private final Plugins plugins;
    private final Catalog catalog;
    private final Compiler compiler;
    private final Workers workers;

    @Inject
    Retrato(Plugins plugins, Catalog catalog, Compiler compiler, Workers workers) {
        this.plugins = plugins;
        this.catalog = catalog;
        this.compiler = compiler;
        this.workers = workers;
    }

    /** Opens folders of plugins, to train on all processors. */
    public static Retrato open(Path... folders) {
        return open(List.of(folders), Runtime.getRuntime().availableProcessors());
    }

    /**
     * Opens folders of plugins, to train on a number of threads; it decides how fast, never what comes of it.
     *
     * @throws IllegalArgumentException if one of the folders does not exist, or {@code threads} is below 1
     */
    public static Retrato open(List<Path> folders, int threads) {
        return open(folders, Policy.open(), threads);
    }

    /**
     * Opens folders of plugins, of which those are loaded that a policy allows.
     *
     * @throws IllegalArgumentException if one of the folders does not exist, or {@code threads} is below 1
     */
    public static Retrato open(List<Path> folders, Policy policy, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
        }
        try {
            return Guice.createInjector(new RuntimeModule(folders, policy, threads))
                    .getInstance(Retrato.class);
        } catch (ProvisionException e) {
            // what went wrong, without the report on how the parts were wired
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Begins, in the background, to load and compile what every training needs. A program that knows early that it will
     * train comes sooner to the first step; nothing else changes.
     */
    public static void warmUp() {
        WarmUp.start();
    }

    /** Returns the components that the plugins provide. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns which plugins were accepted and which refused, and why. */
    public LoadReport report() {
        return plugins.report();
    }

    /** Returns the number of threads that train. */
    public int threads() {
        return workers.threads();
    }

    /** Composes a style of components in the notation of the catalog, as {@code "huber(delta=0.5)"}. */
    public Style compose(String activation, String loss, String optimizer, String schedule) {
        return new Composition(
                catalog.get(Activation.class, activation),
                catalog.get(Loss.class, loss),
                catalog.get(Optimizer.class, optimizer),
                catalog.get(Schedule.class, schedule));
    }

    /** Shows what training runs for a component, for people; nothing for a style, which is no more than its parts. */
    public List<Compilation> compilations(Component component) {
        return Compilation.of(component, compiler);
    }

    /** Prepares a new network and its training. */
    public Trainer trainer(Network network, Style style, Samples samples, Settings settings) {
        var randomness = Randomness.of(settings.seed());
        var parts = Composition.of(style);
        var model = new Model(network, parts.activation(), parts.loss(), randomness, compiler);
        return new Trainer(model, parts, samples, settings, compiler, workers);
    }

    /** Prepares the painting of an image; see {@link Painter}. */
    public Painter painter(
            Image target, Style style, Encoding encoding, List<Integer> hidden, int colours, Settings settings) {
        return new Painter(target, style, encoding, hidden, colours, settings, compiler, workers);
    }

    /** Prepares what can be timed, to see how near this machine's limits training comes. */
    public Workloads workloads() {
        return new Workloads(compiler, workers);
    }

    /** Ends the threads and unloads the plugins; what they provide must not be used any more. */
    @Override
    public void close() {
        workers.close();
        plugins.close();
    }
}
