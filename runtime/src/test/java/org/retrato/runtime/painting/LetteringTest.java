package org.retrato.runtime.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private static final Lettering LETTERING = new Lettering(20, 0.12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrstuvwxyz",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "0123456789",
                "áéíóúñü",
                "ÁÉÍÓÚÑÜ",
                "àçê",
                ".,:;!?¡¿'\"()[]«»+-–—−=<>/\\|_*#%&@·•×½²°±≈→…"
            })
    void every_letter_we_need_leaves_ink_of_its_own(String letters) {
        var seen = new HashSet<String>();
        for (var letter : letters.codePoints().mapToObj(Character::toString).toList()) {
            var drawn = Arrays.toString(draw(letter));
            assertThat(drawn).as(letter).isNotEqualTo(Arrays.toString(draw("")));
            assertThat(drawn).as(letter).isNotEqualTo(Arrays.toString(draw("\u2603")));
            assertThat(seen.add(drawn)).as(letter).isTrue();
        }
    }

    @Test
    void a_line_is_as_wide_as_it_is_drawn() {
        var line = "Retrato 27.3 dB";
        var canvas = new Canvas(400, 40, 0xFFFFFF);
        LETTERING.write(canvas, 0, 30, line, 0);
        var image = canvas.image();
        var rightmost = 0;
        for (var x = 0; x < 400; x++) {
            for (var y = 0; y < 40; y++) {
                rightmost = image.pixel(x, y) == 0xFFFFFF ? rightmost : x;
            }
        }

        assertThat(LETTERING.width(line)).isBetween(rightmost - 4.0, rightmost + 4.0);
    }

    @Test
    void a_line_is_broken_at_blanks_and_cut_where_there_are_none() {
        var limit = LETTERING.width("sigmoid · cross");

        assertThat(LETTERING.wrap("sigmoid · cross entropy", limit)).containsExactly("sigmoid · cross", "entropy");
        assertThat(LETTERING.wrap("adam", limit)).containsExactly("adam");
        assertThat(LETTERING.wrap("", limit)).containsExactly("");
        assertThat(LETTERING.fit("sigmoidcrossentropymomentum", limit))
                .startsWith("sigmoid")
                .endsWith("…");
        assertThat(LETTERING.width(LETTERING.fit("sigmoidcrossentropymomentum", limit)))
                .isLessThanOrEqualTo(limit);
    }

    @Test
    void what_leaves_the_canvas_is_cut_off() {
        var canvas = new Canvas(10, 10, 0xFFFFFF);
        LETTERING.write(canvas, -15, 3, "Wide and high", 0);

        assertThat(canvas.image().width()).isEqualTo(10);
    }

    @Test
    void nothing_asks_the_machine_for_fonts_or_a_screen() throws Exception {
        var folder =
                Path.of(Lettering.class.getResource("Lettering.class").toURI()).getParent();
        try (var classes = Files.list(folder)) {
            assertThat(classes)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("java/awt"));
        }
    }

    private static int[] draw(String text) {
        var canvas = new Canvas(60, 60, 0xFFFFFF);
        LETTERING.write(canvas, 10, 40, text, 0);
        return canvas.image().pixels();
    }
}
