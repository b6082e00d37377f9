package org.retrato.distribution.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Tensor;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.Retrato;
import org.retrato.runtime.benchmark.Limit;
import org.retrato.runtime.benchmark.Measurement;
import org.retrato.runtime.benchmark.Meter;
import org.retrato.runtime.benchmark.Workload;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.catalog.Suggestion;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.training.Compilation;

/** Lists what can be measured. */
public final class Suite {

    private static final int ELEMENTS = 1 << 24;
    private static final int WEIGHT_ROWS = 2_500;
    private static final int WEIGHT_COLUMNS = 4_000;
    private static final int LAYER = 256;

    private final List<Row> rows = new ArrayList<>();

    /**
     * Lists the rows.
     *
     * @param smooth the activation of the portraits
     */
    public Suite(Retrato retrato, Smooth smooth) {
        var workloads = retrato.workloads();
        limit("peak-one-thread", "multiply-adds in registers", new Limit.Arithmetic(1));
        limit("peak-all-threads", "the same on all threads", workloads.arithmetic());
        limit("copy-all-threads", "one array to another", new Limit.Memory(1, 0, 1, ELEMENTS));
        product("forward", () -> workloads.forward(256, 256, 4096));
        product("input-gradient", () -> workloads.inputGradient(256, 256, 4096));
        product("weight-gradient", () -> workloads.weightGradient(256, 256, 4096));
        function("sin", () -> workloads.activation(Tensor::sin, ELEMENTS));
        function("tanh", () -> workloads.activation(Tensor::tanh, ELEMENTS));
        function("exp", () -> workloads.activation(Tensor::exp, ELEMENTS));
        function("gelu", () -> workloads.activation(new Gelu(), ELEMENTS));
        function("huber", () -> workloads.loss(retrato.catalog().get(Loss.class, "classics:huber"), ELEMENTS));
        for (var optimizer : retrato.catalog().entries(Kind.OPTIMIZER)) {
            update(optimizer, retrato);
        }
        for (var step : Steps.all(retrato, smooth)) {
            add(step.name(), Group.STEPS, step.description(), step::workload);
        }
    }

    private void limit(String name, String description, Limit limit) {
        add(name, Group.LIMITS, description, (Meter meter) -> meter.measure(limit));
    }

    private void product(String name, Supplier<Workload> workload) {
        add("product-" + name, Group.PRODUCTS, "256→256, 4,096 rows", workload);
    }

    private void function(String name, Supplier<Workload> workload) {
        add("function-" + name, Group.FUNCTIONS, String.format(Locale.ROOT, "of %,d floats", ELEMENTS), workload);
    }

    private void update(Entry entry, Retrato retrato) {
        var namesakes = retrato.catalog().entries(Kind.OPTIMIZER).stream()
                .filter(other -> other.name().equals(entry.name()))
                .count();
        var isElementwise = isElementwise(entry, retrato);
        var rows = isElementwise ? WEIGHT_ROWS : LAYER;
        var columns = isElementwise ? WEIGHT_COLUMNS : LAYER;
        add(
                "update-" + (namesakes == 1 ? entry.name() : entry.qualifiedName()),
                Group.UPDATES,
                String.format(Locale.ROOT, "%s, %,d weights", entry.qualifiedName(), rows * columns),
                () -> retrato.workloads()
                        .update(retrato.catalog().get(Optimizer.class, entry.qualifiedName()), rows, columns));
    }

    /** Returns whether an optimizer takes longer for more weights, but no longer for each. */
    private static boolean isElementwise(Entry entry, Retrato retrato) {
        try {
            return retrato.compilations(retrato.catalog().get(Optimizer.class, entry.qualifiedName())).stream()
                    .filter(compilation -> compilation.purpose() == Compilation.Purpose.STEP)
                    .allMatch(Compilation::elementwise);
        } catch (FormulaException | CatalogException unfit) {
            return true; // said when it is measured
        }
    }

    private void add(String name, Group group, String description, Supplier<Workload> workload) {
        add(name, group, description, (Meter meter) -> meter.measure(workload.get()));
    }

    private void add(String name, Group group, String description, Function<Meter, Measurement> measuring) {
        rows.add(new Row(name, group, description, measuring));
    }

    /** Returns the rows that some words mean, in the order of the table; all if there are no words. */
    public List<Row> rows(List<String> words) {
        for (var word : words) {
            if (rows.stream().noneMatch(row -> row.matches(word))) {
                throw unknown(word);
            }
        }
        return rows.stream()
                .filter(row -> words.isEmpty() || words.stream().anyMatch(row::matches))
                .toList();
    }

    private InputException unknown(String word) {
        var groups = Stream.of(Group.values()).map(Group::toString).toList();
        var names = rows.stream().map(Row::name).toList();
        var parts = names.stream().flatMap(name -> Stream.of(name.split("-")));
        var candidates = Stream.concat(parts, Stream.concat(names.stream(), groups.stream()))
                .toList();
        return new InputException("nothing to measure is called '" + word + "'" + Suggestion.after(word, candidates)
                + "there are " + String.join(", ", names) + "; and the groups "
                + String.join(", ", groups));
    }
}
