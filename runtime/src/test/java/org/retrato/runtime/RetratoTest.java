package org.retrato.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.api.Activation;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.None;
import org.retrato.runtime.plugins.JarMaker;
import org.retrato.runtime.training.Settings;

/** Trains with components that come from JARs in a folder: of a flat one the optimizer, the rest of a module. */
class RetratoTest {

    @TempDir
    Path folder;

    @BeforeEach
    void install_plugins() {
        new JarMaker()
                .manifest("Plugin-Version", "1.0.0")
                .module("module modular { requires org.retrato.api;"
                        + " provides org.retrato.api.Activation with modular.Curve;"
                        + " provides org.retrato.api.Loss with modular.Mse;"
                        + " provides org.retrato.api.Schedule with modular.Falling; }")
                .source(
                        "modular.Curve",
                        "import org.retrato.api.*; public record Curve() implements Activation {"
                                + " public Tensor apply(Tensor x) { return x.tanh(); } }")
                .source(
                        "modular.Mse",
                        "import org.retrato.api.*; public record Mse(double weight) implements Loss {"
                                + " public Mse() { this(1); }"
                                + " public Tensor apply(Tensor y, Tensor t) { return y.sub(t).square().mul(weight); } }")
                .source(
                        "modular.Falling",
                        "import org.retrato.api.*; public record Falling() implements Schedule {"
                                + " public Tensor at(Tensor step, Tensor steps) { return steps.sub(step).div(steps); } }")
                .writeTo(folder.resolve("modular.jar"));
        new JarMaker()
                .manifest("Plugin-Id", "flat")
                .manifest("Plugin-Version", "1.0.0")
                .source(
                        "flat.Heavy",
                        "import org.retrato.api.*; public record Heavy(double learningRate) implements Optimizer {"
                                + " public Heavy() { this(1e-3); }"
                                + " public Tensor update(Step step) {"
                                + " var v = step.state(\"v\", old -> old.mul(0.9).add(step.gradient()));"
                                + " return step.parameter().sub(v.mul(step.learningRate())); } }")
                .services(Optimizer.class, "flat.Heavy")
                .writeTo(folder.resolve("flat.jar"));
    }

    @Test
    void a_dozen_lines_train_and_predict() {
        var x = new float[64][1];
        var y = new float[64][1];
        for (var i = 0; i < 64; i++) {
            x[i][0] = i / 32f - 1;
            y[i][0] = x[i][0] * x[i][0];
        }
        var samples = Samples.of(x, y);
        try (var retrato = Retrato.open(folder)) {
            var style = retrato.compose("curve", "mse(weight=0.5)", "heavy(learningRate=0.2)", "falling");
            var trainer =
                    retrato.trainer(Network.dense(1, List.of(16, 16), 1), style, samples, new Settings(600, 0, 42));
            trainer.train(progress -> {});
            float[][] predicted = trainer.model().predict(new float[][] {{0}, {0.5f}});

            assertThat(predicted[0][0]).isBetween(-0.05f, 0.05f);
            assertThat(predicted[1][0]).isBetween(0.2f, 0.3f);
        }
    }

    @Test
    void the_number_of_threads_decides_nothing_about_a_painting() {
        assertThat(painted(1)).isEqualTo(painted(2));
    }

    @Test
    void it_tells_what_it_found() {
        try (var retrato = Retrato.open(List.of(folder), 3)) {
            assertThat(retrato.threads()).isEqualTo(3);
            assertThat(retrato.report().accepted()).hasSize(2);
            assertThat(retrato.report().refused()).isEmpty();
            assertThat(retrato.catalog().get(Activation.class, "curve")).hasToString("Curve[]");
            assertThat(retrato.catalog().get(Schedule.class, "modular:falling")).hasToString("Falling[]");
        }
    }

    @Test
    void a_name_that_nobody_provides_is_refused() {
        try (var retrato = Retrato.open(folder)) {
            assertThatThrownBy(() -> retrato.compose("curve", "mse", "heavi", "falling"))
                    .hasMessageContaining("'heavi'")
                    .hasMessageContaining("heavy");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named_in_one_line() {
        var missing = folder.resolve("missing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retrato.open(missing))
                .withMessageStartingWith("there is no plugin folder '" + missing + "'");
    }

    @Test
    void a_number_of_threads_below_one_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retrato.open(List.of(folder), 0))
                .withMessage("threads is 0; it must be at least 1");
    }

    private Image painted(int threads) {
        var image = Image.generate(16, 12, (x, y) -> x * y);
        try (var retrato = Retrato.open(List.of(folder), threads)) {
            var style = retrato.compose("curve", "mse", "heavy", "falling");
            var painter = retrato.painter(image, style, new None(), List.of(8), 4, new Settings(5, 0, 1));
            painter.trainer().train(_ -> {});
            return painter.picture();
        }
    }
}
