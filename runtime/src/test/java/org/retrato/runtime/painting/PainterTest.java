package org.retrato.runtime.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Step;
import org.retrato.api.Target;
import org.retrato.api.Tensor;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.network.None;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;

class PainterTest {

    private static final Compiler COMPILER = new Compiler(new KernelCompiler());
    private static final Workers WORKERS = new Workers(1);
    private static final int[] COLOURS = {0x102030, 0xE0A020, 0x20C0F0};
    private static final Image STRIPES = Image.generate(16, 12, (x, y) -> COLOURS[(x + y) / 10]);
    private static final Loss SQUARED = (output, target) -> output.sub(target).square();

    /** Keeps the sign of a running mean of the gradient. */
    private record Signs(double learningRate) implements Optimizer {
        @Override
        public Tensor update(Step step) {
            var mean = step.state("mean", old -> old.mul(0.8).add(step.gradient()));
            return step.parameter().sub(mean.sign().mul(step.learningRate()));
        }
    }

    private record Surprise() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output.logSoftmax(-1).mul(target).sum(-1).neg();
        }

        @Override
        public Tensor predict(Tensor output) {
            return output.softmax(-1);
        }

        @Override
        public Target target() {
            return Target.categories();
        }
    }

    @Test
    void a_picture_comes_closer_to_what_is_painted() {
        var painter = painter(STRIPES, SQUARED, 200, 1);
        var before = painter.picture().psnr(STRIPES);
        painter.trainer().train(_ -> {});

        assertThat(painter.picture().psnr(STRIPES)).isGreaterThan(before + 8).isGreaterThan(18);
    }

    @Test
    void a_loss_of_categories_paints_with_the_colours_of_a_palette() {
        var painter = painter(STRIPES, new Surprise(), 200, 1);
        var before = painter.picture();
        painter.trainer().train(_ -> {});
        var after = painter.picture();

        assertThat(colours(before)).isSubsetOf(boxed(COLOURS));
        assertThat(colours(after)).containsExactlyInAnyOrder(boxed(COLOURS));
        assertThat(after.psnr(STRIPES)).isGreaterThan(20);
    }

    @Test
    void the_same_seed_paints_the_same_picture() {
        assertThat(painted(3)).isEqualTo(painted(3));
        assertThat(painted(3)).isNotEqualTo(painted(4));
    }

    @Test
    void the_beginning_can_still_be_painted_at_the_end() {
        var painter = painter(STRIPES, SQUARED, 5, 1);
        var before = painter.picture();
        painter.trainer().train(_ -> {});

        assertThat(painter.beginning()).isEqualTo(before);
        assertThat(painter.picture()).isNotEqualTo(before);
    }

    @Test
    void the_longer_side_reaches_from_minus_1_to_1_and_pixels_are_square() {
        var wide = Painter.coordinates(Image.generate(4, 2, (x, y) -> 0));
        var high = Painter.coordinates(Image.generate(1, 2, (x, y) -> 0));

        assertThat(wide)
                .containsExactly(
                        -0.75f, -0.25f, -0.25f, -0.25f, 0.25f, -0.25f, 0.75f, -0.25f, //
                        -0.75f, 0.25f, -0.25f, 0.25f, 0.25f, 0.25f, 0.75f, 0.25f);
        assertThat(high).containsExactly(0, -0.5f, 0, 0.5f);
    }

    private static Image painted(long seed) {
        var painter = painter(STRIPES, SQUARED, 5, seed);
        painter.trainer().train(_ -> {});
        return painter.picture();
    }

    private static Painter painter(Image image, Loss loss, int steps, long seed) {
        var style = new Composition(
                x -> x.tanh(),
                loss,
                new Signs(0.01),
                (step, total) -> total.sub(step).div(total));
        var settings = new Settings(steps, 0, seed);
        return new Painter(image, style, new None(), List.of(16, 16), 3, settings, COMPILER, WORKERS);
    }

    private static List<Integer> colours(Image image) {
        return Arrays.stream(image.pixels())
                .map(pixel -> pixel & 0xFFFFFF)
                .distinct()
                .boxed()
                .toList();
    }

    private static Integer[] boxed(int... colours) {
        return Arrays.stream(colours).boxed().toArray(Integer[]::new);
    }
}
