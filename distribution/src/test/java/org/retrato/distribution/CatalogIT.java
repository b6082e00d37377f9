package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the assembled distribution what it has. */
class CatalogIT {

    @TempDir
    private Path folder;

    @Test
    void list_shows_every_kind_with_a_sentence_for_each_component() throws Exception {
        var launch = Launch.of(folder, "list", "--lang", "en");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.output())
                .startsWith("activations\n")
                .contains("  relu        Keeps what is positive and drops the rest.")
                .contains("losses\n", "optimizers\n", "schedules\n", "styles\n")
                .contains("  rmsprop ", "  cross-entropy ", "  cosine ", "  realist ");
    }

    @Test
    void list_shows_one_kind_alone() throws Exception {
        assertThat(Launch.of(folder, "list", "losses").output())
                .startsWith("losses\n")
                .contains("huber")
                .doesNotContain("adam");
    }

    @Test
    void describe_derives_the_gradient_of_a_loss_with_the_given_hyperparameters() throws Exception {
        assertThat(Launch.of(folder, "describe", "huber(delta=0.5)", "--lang", "en")
                        .output())
                .startsWith("huber(delta=0.5) · loss")
                .contains("delta = 1, > 0 · the error from which the loss grows linearly")
                .contains("loss = where(u < 0.5, 0.5·u², 0.5·(u − 0.25)) with u = |output − target|")
                .contains("∂loss/∂output = where(v < 0.5, v, 0.5)·sign(u) with u = output − target, v = |u|")
                .contains("classics:huber " + System.getProperty("retrato.version"));
    }

    @Test
    void describe_writes_formulas_as_latex() throws Exception {
        assertThat(Launch.of(folder, "describe", "mse", "--latex").output()).contains("\\mathrm{loss} = ", "^{2}");
    }

    @Test
    void describe_shows_the_states_of_an_optimizer_in_spanish() throws Exception {
        assertThat(Launch.of(folder, "describe", "classics:momentum", "--lang", "es")
                        .output())
                .startsWith("momentum · optimizador")
                .contains("  velocity ← 0.9·velocity + gradient\n  parameter ← parameter − velocity·learningRate")
                .contains("Como artista: ");
    }

    @Test
    void describe_shows_the_loop_that_a_formula_is_compiled_to() throws Exception {
        assertThat(Launch.of(folder, "describe", "adam(beta1=0.8)", "--kernel", "--lang", "en")
                        .output())
                .startsWith("adam(beta1=0.8) · optimizer\n\nFormula\n  mean ← 0.8·mean")
                .contains("  corrected rate = learningRate/(1 − 0.8^iteration)\n")
                .contains("  for each element, in one loop:\n")
                .contains("      mean′ ← {0.8}·mean + v2\n")
                .contains("      parameter′ ← parameter − v7·{corrected rate}   // 2 operations\n")
                .containsPattern("\\d+ operations; 4 arrays read, 3 written: 28 bytes an element");
    }

    @Test
    void describe_shows_the_phases_of_an_optimizer_and_the_one_inside() throws Exception {
        assertThat(Launch.of(folder, "describe", "clip(schedule-free-adam)", "--kernel", "--lang", "en")
                        .output())
                .startsWith("clip(optimizer=schedule-free-adam) · optimizer")
                .contains("  total over all parameters ← sum(gradient²)\n")
                .contains(
                        "Totals: what each parameter adds to them",
                        "Step: what",
                        "Evaluation: the parameter to predict with")
                .contains("      scheduleFreeAdam.z′ ← ");
        assertThat(Launch.of(folder, "describe", "sam", "--lang", "es").output())
                .contains("  point ← parameter + ", "gradient at the point");
    }

    @Test
    void describe_shows_the_steps_between_the_loops_in_spanish() throws Exception {
        assertThat(Launch.of(folder, "describe", "cross-entropy", "--kernel", "--lang", "es")
                        .output())
                .contains("Pérdida y gradiente de un lote", "  v1 ← max₁(output)   // [batch]\n", "repeat(")
                .contains("  para cada elemento de [batch, 4], en un solo bucle:\n", " ← exp(", " operaciones\n")
                .contains("El 4 de [batch, 4] es un ejemplo.");
    }

    @Test
    void describe_writes_a_function_out_as_the_operations_that_compute_it() throws Exception {
        assertThat(Launch.of(folder, "describe", "tanh", "--operations", "--lang", "en")
                        .output())
                .containsPattern("      y ← tanh\\(x\\) +// \\d+ operations\n          t1 = \\|x\\|\n")
                .contains("          derivative = t");
    }

    @Test
    void describe_shows_the_loops_of_a_style_part_by_part() throws Exception {
        assertThat(Launch.of(folder, "describe", "cubist(optimizer=sgd)", "--kernel")
                        .output())
                .contains("relu · ", "huber(", "sgd · ", " · schedule\n", "factor = ");
    }

    @Test
    void describe_says_what_an_activation_learns_and_how_its_gradient_is_summed() throws Exception {
        assertThat(Launch.of(folder, "describe", "prelu", "--lang", "en").output())
                .contains("f(x) = where(0 < x, x, x·slope)\n", "∂ sum f(x)/∂slope = sum(where(0 < x, 0, x))\n")
                .contains("slope is learned with the weights, from 0.25 on");
        assertThat(Launch.of(folder, "describe", "prelu", "--kernel", "--lang", "en")
                        .output())
                .contains("      v2 = x·{slope}\n", "      dslope ← dy/dslope·dy\n")
                .contains("gradients of what is learned\n  dslope = sum(Σdslope)\n");
    }

    @Test
    void doctor_is_content_with_the_distribution() throws Exception {
        var launch = Launch.of(folder, "doctor");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output())
                .contains(
                        "accepted  activations ",
                        "accepted  classics ",
                        "accepted  losses ",
                        "accepted  optimizers ",
                        "accepted  styles ",
                        "sha256 ")
                .endsWith(" accepted, 0 refused");
    }

    @Test
    void doctor_says_why_a_jar_was_refused_and_the_others_still_work() throws Exception {
        Files.writeString(folder.resolve("broken.jar"), "no archive");
        var doctor = Launch.of(folder, "doctor", "--plugins", ".");
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.output())
                .contains("broken.jar  [not-a-jar]", "what to do: ")
                .endsWith(" accepted, 1 refused");
        var list = Launch.of(folder, "list", "styles", "--plugins", ".");
        assertThat(list.exitCode()).isZero();
        assertThat(list.errors()).containsExactly("retrato: 1 refused among the plugins; 'retrato doctor' says why");
    }

    @Test
    void completion_knows_the_commands_and_their_options() throws Exception {
        assertThat(Launch.of(folder, "completion").output())
                .contains("paint", "doctor", "bench", "--film", "updates", "complete -F");
    }
}
