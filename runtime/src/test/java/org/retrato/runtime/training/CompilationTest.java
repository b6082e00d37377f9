package org.retrato.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.runtime.compile.Listing;
import org.retrato.runtime.compile.loop.Kernel;
import org.retrato.runtime.training.Compilation.Purpose;

class CompilationTest {

    private static final Activation RELU = x -> x.maximum(0);

    @Test
    void an_elementwise_activation_is_one_loop_forward_and_one_back() {
        var compilations = of((Activation) x -> x.mul(x.softplus().tanh()));

        assertThat(compilations).extracting(Compilation::purpose).containsExactly(Purpose.FORWARD, Purpose.BACKWARD);
        assertThat(compilations).allMatch(Compilation::elementwise);
        assertThat(loops(compilations))
                .extracting(Listing.Loop::reads)
                .containsExactly(List.of("x"), List.of("derivative", "dy"));
        assertThat(loops(compilations))
                .extracting(Listing.Loop::writes)
                .containsExactly(List.of("y", "derivative"), List.of("dx"));
        assertThat(loops(compilations)).allMatch(loop -> loop.kernel().passes() == 1);
    }

    @Test
    void an_activation_of_rows_goes_back_by_what_it_was_applied_to() {
        var compilations = of((Activation) x -> x.softmax(-1));

        assertThat(compilations).noneMatch(Compilation::elementwise);
        assertThat(loops(compilations).getLast().writes()).containsExactly("dx");
    }

    @Test
    void the_formula_decides_the_kernel_and_not_its_name() {
        Activation gate = x -> x.maximum(0);
        Activation other = x -> x.minimum(0);

        assertThat(kernels(gate)).isEqualTo(kernels(RELU)).isNotEqualTo(kernels(other));
    }

    @Test
    void hyperparameters_are_arguments_of_a_kernel_that_all_share() {
        assertThat(kernels(new Optimizers.Nesterov(0.1))).isEqualTo(kernels(new Optimizers.Nesterov(0.2)));
        assertThat(kernels((Activation) x -> x.mul(0.3).sin()))
                .isEqualTo(kernels((Activation) x -> x.mul(7).sin()));
    }

    @Test
    void the_states_of_an_optimizer_are_written_over() {
        var loop = loops(of(new Optimizers.Centred(0.1))).getFirst();

        assertThat(loop.reads()).containsExactlyInAnyOrder("parameter", "gradient", "mean", "square");
        assertThat(loop.writes()).containsExactly("parameter′", "mean′", "square′");
    }

    @Test
    void an_optimizer_of_whole_matrices_has_steps_between_its_loops() {
        var parts = of(new Optimizers.Orthogonal(0.1)).getFirst().listing().parts();

        assertThat(parts).filteredOn(Listing.Loop.class::isInstance).hasSizeGreaterThan(1);
        assertThat(parts)
                .filteredOn(Listing.Whole.class::isInstance)
                .extracting(part -> ((Listing.Whole) part).expression())
                .anyMatch(expression -> expression.contains("ᵀ"));
    }

    @Test
    void an_optimizer_that_looks_at_all_parameters_is_shown_phase_by_phase() {
        var clipped = of(new Optimizers.Clipped(new Adam(1), 1));

        assertThat(clipped).extracting(Compilation::purpose).containsExactly(Purpose.TOTALS, Purpose.STEP);
        assertThat(clipped.getLast().elementwise()).isTrue();
        assertThat(loops(List.of(clipped.getLast()))).hasSize(1);
        assertThat(of(new Optimizers.Uphill(new Optimizers.Averaged(1), 1)))
                .extracting(Compilation::purpose)
                .containsExactly(Purpose.TOTALS, Purpose.POINT, Purpose.STEP, Purpose.EVALUATION);
    }

    @Test
    void a_norm_of_a_parameter_is_known_before_the_one_loop_that_corrects_it() {
        var compilations = of(new Optimizers.Normalized(1));

        assertThat(compilations).extracting(Compilation::purpose).containsExactly(Purpose.SUMS, Purpose.STEP);
        assertThat(loops(List.of(compilations.getLast()))).hasSize(1);
    }

    private static List<Compilation> of(Component component) {
        return Compilation.of(component, Training.COMPILER);
    }

    private static List<Kernel> kernels(Component component) {
        return loops(of(component)).stream().map(Listing.Loop::kernel).toList();
    }

    private static List<Listing.Loop> loops(List<Compilation> compilations) {
        return compilations.stream()
                .flatMap(compilation -> compilation.listing().parts().stream())
                .filter(Listing.Loop.class::isInstance)
                .map(Listing.Loop.class::cast)
                .toList();
    }
}
