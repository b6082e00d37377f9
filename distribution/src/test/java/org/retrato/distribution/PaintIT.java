package org.retrato.distribution;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paints with the assembled distribution. */
class PaintIT {

    private static final String TINY = "paint --size 24 --steps 20 --batch 256 --width 32";

    @TempDir
    private Path folder;

    private Launch paint(Map<String, String> environment, String more) throws IOException, InterruptedException {
        return Launch.of(folder, environment, (TINY + " " + more).strip().split(" "));
    }

    private String report(String field) throws IOException {
        var value = Pattern.compile("\"" + field + "\" : \"?([^\",\n]*)");
        var matcher = value.matcher(Files.readString(folder.resolve("report.json")));
        assertThat(matcher.find()).as(field).isTrue();
        return matcher.group(1);
    }

    @Test
    void a_painting_has_its_size_its_film_and_a_report_that_tells_how_to_paint_it_again() throws Exception {
        var launch = paint(Map.of(), "--output p.png --film f.gif --report report.json --threads 2 --seed 7");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output().lines()).hasSize(3).last().asString().startsWith("Next: retrato paint --style ");
        assertThat(Launch.files(folder)).containsExactly("f.gif", "p.png", "report.json");

        var picture = ImageIO.read(folder.resolve("p.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(24);
        assertThat(picture.getHeight()).isEqualTo(24);
        assertThat(frames()).isGreaterThan(5);

        assertThat(report("style")).isEqualTo("styles:realist");
        assertThat(report("activation")).isEqualTo("classics:relu");
        assertThat(report("encoding")).isEqualTo("fourier");
        assertThat(report("steps")).isEqualTo("20");
        assertThat(report("batch")).isEqualTo("256");
        assertThat(report("seed")).isEqualTo("7");
        assertThat(report("threads")).isEqualTo("2");
        assertThat(report("ending")).isEqualTo("finished");
        assertThat(report("vectorBits")).isIn("128", "256", "512");
        assertThat(report("weightsSha256")).matches("[0-9a-f]{64}");
        assertThat(report("sha256")).matches("[0-9a-f]{64}");
        assertThat(Double.parseDouble(report("psnr"))).isBetween(10.0, 40.0);
        assertThat(Double.parseDouble(report("secondsPerStep"))).isBetween(1e-6, 5.0);
        assertThat(Double.parseDouble(report("firstStepSeconds"))).isBetween(0.1, 60.0);
        var report = Files.readString(folder.resolve("report.json"));
        assertThat(report.substring(report.indexOf("lossCurve")).split(",")).hasSize(20);
    }

    private int frames() throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = ImageIO.createImageInputStream(folder.resolve("f.gif").toFile())) {
            reader.setInput(stream);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void the_weights_are_the_same_for_any_number_of_threads_and_any_width_of_vectors() throws Exception {
        paint(Map.of(), "--threads 1 --report report.json");
        var weights = report("weightsSha256");
        for (var bits : List.of(128, 256)) {
            var threads = bits / 128 + 1;
            paint(
                    Map.of("RETRATO_JAVA_OPTIONS", "-Dretrato.vector.bits=" + bits),
                    "--report report.json --threads " + threads);
            assertThat(report("threads")).isEqualTo(String.valueOf(threads));
            assertThat(Integer.valueOf(report("vectorBits")))
                    .as("never wider than the machine")
                    .isIn(128, bits);
            assertThat(report("weightsSha256"))
                    .as("%s threads, %s bits", threads, bits)
                    .isEqualTo(weights);
        }
        assertThat(Launch.files(folder))
                .as("the default name takes the next free number")
                .contains("portrait.png", "portrait-2.png", "portrait-3.png");
    }

    @Test
    void a_loss_that_diverges_ends_with_what_to_try_and_keeps_the_last_sound_painting() throws Exception {
        var launch = paint(Map.of(), "--learning-rate 1e9 --output p.png --report report.json");
        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.errors())
                .last()
                .asString()
                .matches("retrato: the loss is no longer finite at step \\d+; try --learning-rate 0\\.1; "
                        + "kept is the painting after step \\d+");
        assertThat(report("ending")).isEqualTo("diverged");
        assertThat(ImageIO.read(folder.resolve("p.png").toFile()).getWidth()).isEqualTo(24);
    }

    @Test
    void a_loss_that_never_was_finite_is_not_blamed_on_the_learning_rate() throws Exception {
        var launch = paint(Map.of(), "--activation sine(frequency=1e300) --output p.png");
        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.errors())
                .last()
                .isEqualTo("retrato: the loss is no longer finite at step 1; nothing was corrected yet, so look at the "
                        + "formulas of the loss and the activation; kept is the painting after step 0");
    }

    @Test
    void an_optimizer_without_a_learning_rate_gets_one_that_suits_portraits() throws Exception {
        var launch = paint(Map.of(), "--activation tanh --loss cross-entropy --optimizer rmsprop --report report.json");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.errors()).anyMatch(line -> line.startsWith("the learning rate is 0.002, which suits"));
        assertThat(report("optimizer")).isEqualTo("classics:rmsprop(learningRate=0.002)");
    }

    @Test
    void all_combinations_of_the_classics_hang_in_one_matrix() throws Exception {
        var launch = Launch.of(
                folder,
                "paint --salon --size 8 --steps 10 --batch 32 --width 16 --report report.json --quiet".split(" "));
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output()).isEqualTo("salon.png");
        assertThat(Files.readString(folder.resolve("report.json")).split("\"ending\" : \"finished\"", -1))
                .hasSize(36 + 1);
        assertThat(ImageIO.read(folder.resolve("salon.png").toFile()).getWidth())
                .isGreaterThan(9 * 24);
    }

    @Test
    void several_styles_hang_on_one_sheet() throws Exception {
        var launch =
                paint(Map.of(), "--style cubist,realist(optimizer=sgd(learningRate=0.1)) --report report.json --quiet");
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.output()).isEqualTo("salon.png");
        assertThat(launch.errors()).isEmpty();
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"style\" : \"styles:cubist\"")
                .contains("\"style\" : \"styles:realist(optimizer=classics:sgd(learningRate=0.1))\"");
        assertThat(ImageIO.read(folder.resolve("salon.png").toFile()).getWidth())
                .isGreaterThan(3 * 24);
    }

    @Test
    void a_sheet_on_which_all_diverged_hangs_but_is_no_success() throws Exception {
        var launch = paint(Map.of(), "--style cubist,realist --learning-rate 1e9 --output p.png");
        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output()).contains("learningRate=");
        assertThat(Launch.files(folder)).containsExactly("p.png");
    }

    @Test
    void ctrl_c_saves_what_is_painted_so_far() throws Exception {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, ENTRY_CREATE);
            var process = Launch.start(
                    folder,
                    Map.of(),
                    "paint --size 24 --steps 9999999 --width 32 --output p.png --report report.json".split(" "));
            try {
                // the painting is written now and then: its first appearance says that the work is under way
                while (!Files.exists(folder.resolve("p.png"))) {
                    var key = watch.poll(60, TimeUnit.SECONDS);
                    assertThat(key).as("news of a painting within a minute").isNotNull();
                    key.pollEvents();
                    key.reset();
                }
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                var launch = Launch.of(process, folder);
                assertThat(launch.exitCode()).isEqualTo(130);
                assertThat(launch.output()).contains("p.png · ");
            } finally {
                process.destroyForcibly();
            }
            assertThat(report("ending")).isEqualTo("interrupted");
            assertThat(Launch.files(folder)).containsExactly("p.png", "report.json");
        }
    }
}
