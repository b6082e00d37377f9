package org.retrato.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Optimizer;
import org.retrato.api.Style;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.None;
import org.retrato.runtime.plugins.JarMaker;
import org.retrato.runtime.plugins.Problem;
import org.retrato.runtime.plugins.Refusal;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;

/** Most components of the plugin here never end, each in its own way; the others go on working. */
class EndlessCodeTest {

    private static final String PATIENCE = "retrato.patience";

    private static final Pattern HEAD = Pattern.compile("record (\\w+)\\(.*\\) implements (\\w+)");

    // until the end of the test, so that the threads that are left behind do not slow down those after it
    private static final String FOR_EVER =
            "for (var test = System.getProperty(\"test\"); test == System.getProperty(\"test\");)";

    private static final Network NETWORK = Network.dense(2, List.of(4), 1);
    private static final Samples CORNERS = Samples.of(new float[][] {{0, 1}, {1, 0}}, new float[][] {{1}, {0}});
    private static final Settings SETTINGS = new Settings(3, 0, 1);

    private static final String RECORDS = """
            record Fine() implements Activation {
                public Tensor apply(Tensor x) { return x.tanh(); }
            }

            record Looping() implements Activation {
                public Tensor apply(Tensor x) { for_ever {} return x; }
            }

            record Deaf() implements Activation {
                public Tensor apply(Tensor x) { while (true) { try { Thread.sleep(9999); } catch (Throwable e) {} } }
            }

            record Sleeping() implements Activation {
                public Tensor apply(Tensor x) {
                    try { Thread.sleep(1L << 40); } catch (InterruptedException e) {}
                    return x;
                }
            }

            record Wasting() implements Activation {
                public Tensor apply(Tensor x) { for_ever { new java.util.BitSet(1 << 27); } return x; }
            }

            record Hoarding() implements Activation {
                public Tensor apply(Tensor x) {
                    var all = new java.util.ArrayList<long[]>();
                    for_ever { all.add(new long[Integer.MAX_VALUE - 8]); }
                    return x;
                }
            }

            record Growing() implements Activation {
                public Tensor apply(Tensor x) { for_ever { x = x.add(1).sin(); } return x; }
            }

            record Recursive() implements Activation {
                public Tensor apply(Tensor x) { return apply(x); }
            }

            record Spreading() implements Activation {
                public Tensor apply(Tensor x) { return x; }
                public Tensor weights(Layer layer) { for_ever {} return null; }
            }

            record Counted() implements Activation {
                public Tensor apply(Tensor x) {
                    System.setProperty("counted", System.getProperty("counted", "") + "I");
                    for_ever {}
                    return x;
                }
            }

            record Square() implements Loss {
                public Tensor apply(Tensor y, Tensor t) { return y.sub(t).square(); }
            }

            record Nameless() implements Loss {
                public Tensor apply(Tensor y, Tensor t) { throw new IllegalStateException("no brush"); }
                public String toString() { for_ever {} return null; }
            }

            record Aimless() implements Loss {
                public Tensor apply(Tensor y, Tensor t) { return y; }
                public Target target() { for_ever {} return null; }
            }

            record Unborn() implements Loss {
                public Unborn { System.setProperty("created", "almost"); for_ever {} }
                public Tensor apply(Tensor y, Tensor t) { return y; }
            }

            record Unready() implements Loss {
                static final boolean READY = ready();
                static boolean ready() { for_ever {} return true; }
                public Tensor apply(Tensor y, Tensor t) { return y; }
            }

            record Descent(double learningRate) implements Optimizer {
                public Descent() { this(0.1); }
                public Tensor update(Step step) { return step.parameter().sub(step.gradient().mul(step.learningRate())); }
            }

            record Picky(double learningRate) implements Optimizer {
                public Picky { if (learningRate == 2) { for_ever {} } }
                public Picky() { this(0.1); }
                public Tensor update(Step step) { return step.parameter(); }
            }

            record Turning(double learningRate) implements Optimizer {
                public Turning() { this(0.1); }
                public Tensor update(Step step) { var p = step.parameter(); for_ever { p = p.neg(); } return p; }
            }

            record Around(Optimizer inner) implements Optimizer {
                public Around() { this(new Descent()); }
                public double learningRate() { return inner.learningRate(); }
                public Tensor update(Step step) { return step.update(inner); }
            }

            record Steady() implements Schedule {
                public Tensor at(Tensor step, Tensor steps) { return step.constant(1); }
            }

            record Dizzy() implements Style {
                public Activation activation() { for_ever {} return null; }
                public Loss loss() { return new Square(); }
                public Optimizer optimizer() { return new Descent(); }
            }
            """;

    @TempDir
    private static Path plugins;

    private static Retrato retrato;

    @BeforeAll
    static void open_the_plugin() {
        System.setProperty(PATIENCE, "0.2");
        var jar = new JarMaker().manifest("Plugin-Id", "x").manifest("Plugin-Version", "1.0.0");
        var kinds = new HashMap<String, List<String>>();
        for (var source : RECORDS.split("\\R\\R")) {
            var words = HEAD.matcher(source).results().findFirst().orElseThrow();
            kinds.computeIfAbsent(words.group(2), _ -> new ArrayList<>()).add("x." + words.group(1));
            jar.source(
                    "x." + words.group(1), "import org.retrato.api.*; public " + source.replace("for_ever", FOR_EVER));
        }
        kinds.forEach((kind, names) ->
                jar.services(Kind.valueOf(kind.toUpperCase(Locale.ROOT)).type(), names.toArray(String[]::new)));
        jar.writeTo(plugins.resolve("x.jar"));
        System.setProperty("test", "loading");
        retrato = Retrato.open(List.of(plugins), 1);
    }

    @AfterAll
    static void close_the_plugin() {
        retrato.close();
        System.clearProperty(PATIENCE);
        System.clearProperty("test");
    }

    @BeforeEach
    void begin(TestInfo test) {
        System.setProperty("test", test.getDisplayName());
    }

    @AfterEach
    void the_other_components_still_train() {
        var trainer = trainer("fine", "square", "descent");
        trainer.train(_ -> {});
        assertThat(trainer.isFinished()).isTrue();
    }

    @Test
    void a_component_that_is_never_created_is_refused_alone() {
        assertThat(retrato.report().refused())
                .extracting(Refusal::problem, Refusal::cause)
                .containsExactly(
                        tuple(
                                Problem.ENDLESS,
                                "the component x.Unborn cannot be created: it has not ended after 0.2 s of"
                                        + " computing, at x.Unborn.<init>(Unborn.java:2)"),
                        tuple(
                                Problem.ENDLESS,
                                "the component x.Unready cannot be created: it has not ended after 0.2 s of"
                                        + " computing, at x.Unready.ready(Unready.java:3)"));
        assertThat(retrato.report().refused().getFirst().remedy()).contains("x.jar", PATIENCE);
    }

    @Test
    void what_was_never_created_is_not_waited_for_again() {
        System.clearProperty("created");
        try (var again = Retrato.open(List.of(plugins), 1)) {
            assertThat(again.report().refused()).isEqualTo(retrato.report().refused());
        }
        assertThat(System.getProperty("created")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "looping   | it has not ended after 0.2 s of computing, at x.Looping.apply(Looping.java:2)",
                "deaf      | it has not ended after 1.2 s of waiting, at x.Deaf.apply(Deaf.java:2)",
                "sleeping  | it has not ended after 1.2 s of waiting, at x.Sleeping.apply(Sleeping.java:3)",
                "spreading | it has not ended after 0.2 s of computing, at x.Spreading.weights(Spreading.java:3)",
                "hoarding  | it takes more memory than Java has, at x.Hoarding.apply(Hoarding.java:4)",
                "growing   | the formula has more than 20000 operations",
                "recursive | java.lang.StackOverflowError"
            })
    void an_activation_without_end_is_named(String name, String problem) {
        assertThatThrownBy(() -> trainer(name, "square", "descent"))
                .isInstanceOf(FormulaException.class)
                .hasMessageStartingWith("the formula of the activation ")
                .hasMessageContaining(" is wrong: " + problem);
    }

    @Test
    void what_takes_memory_without_end_is_named_though_it_keeps_nothing() {
        System.setProperty(PATIENCE, "60");
        try {
            assertThatThrownBy(() -> trainer("wasting", "square", "descent"))
                    .hasMessageContaining("MiB of memory and not ended, at x.Wasting.apply(Wasting.java:2)");
        } finally {
            System.setProperty(PATIENCE, "0.2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"turning", "around(turning)"})
    void an_optimizer_without_end_is_named_though_it_is_inside_another(String optimizer) {
        assertThatThrownBy(() -> trainer("fine", "square", optimizer))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("the formula of the optimizer ")
                .hasMessageContaining("it has not ended after 0.2 s of computing, at x.Turning.update(Turning.java:3)");
    }

    @Test
    void what_wraps_an_optimizer_without_end_is_used_with_another() {
        assertThatThrownBy(() -> trainer("fine", "square", "around(turning)")).hasMessageContaining("x.Turning.update");
        trainer("fine", "square", "around(descent)").train(_ -> {});
    }

    @Test
    void a_style_that_never_gives_a_part_is_named() {
        var dizzy = retrato.catalog().get(Style.class, "dizzy");
        assertThatThrownBy(() -> retrato.trainer(NETWORK, dizzy, CORNERS, SETTINGS))
                .isInstanceOf(FormulaException.class)
                .hasMessageStartingWith("the style Dizzy[] is wrong: ")
                .hasMessageContaining("it has not ended after 0.2 s of computing, at x.Dizzy.activation(Dizzy.java:2)");
    }

    @Test
    void a_loss_that_never_gives_its_target_is_named() {
        var style = retrato.compose("fine", "aimless", "descent", "steady");
        var image = Image.generate(4, 4, (x, y) -> x * y);
        assertThatThrownBy(() -> retrato.painter(image, style, new None(), List.of(4), 4, SETTINGS))
                .isInstanceOf(FormulaException.class)
                .hasMessageStartingWith("the loss Aimless[] is wrong: ")
                .hasMessageContaining("at x.Aimless.target(Aimless.java:3)");
    }

    @Test
    void a_component_that_cannot_even_say_its_name_is_called_by_its_class() {
        assertThatThrownBy(() -> trainer("fine", "nameless", "descent"))
                .isInstanceOf(FormulaException.class)
                .hasMessage("the formula of the loss Nameless is wrong: java.lang.IllegalStateException: no brush");
    }

    @Test
    void a_value_for_which_a_constructor_never_ends_is_named() {
        assertThatThrownBy(() -> retrato.catalog().get(Optimizer.class, "picky(learningRate=2)"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith(
                        "picky(learningRate=2): it has not ended after 0.2 s of computing, at x.Picky.<init>");
    }

    @Test
    void what_still_runs_is_not_called_again_until_it_ends() {
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> trainer("counted", "square", "descent"))
                    .hasMessageContaining(
                            "it has not ended after 0.2 s of computing, at x.Counted.apply(Counted.java:4)");
        }
        assertThat(System.getProperty("counted")).isEqualTo("I");

        System.setProperty("test", "it ends after all");
        for (var end = System.nanoTime() + 60e9;
                System.getProperty("counted").equals("I") && System.nanoTime() < end; ) {
            assertThatThrownBy(() -> trainer("counted", "square", "descent")).isInstanceOf(FormulaException.class);
        }
        assertThat(System.getProperty("counted")).isEqualTo("II");
    }

    @Test
    void an_interrupted_caller_waits_and_is_still_interrupted() {
        Thread.currentThread().interrupt();
        trainer("fine", "square", "descent");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-1", "NaN", "1e300"})
    void a_patience_that_is_no_number_of_seconds_is_refused(String patience) {
        System.setProperty(PATIENCE, patience);
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Retrato.open(List.of(plugins), 1))
                    .withMessage("the system property retrato.patience is '" + patience
                            + "'; it must be a number of seconds above 0");
        } finally {
            System.setProperty(PATIENCE, "0.2");
        }
    }

    private static Trainer trainer(String activation, String loss, String optimizer) {
        var style = retrato.compose(activation, loss, optimizer, "steady");
        return retrato.trainer(NETWORK, style, CORNERS, SETTINGS);
    }
}
