package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.retrato.api.Component;
import org.retrato.api.Optimizer;
import org.retrato.runtime.catalog.Samples.Adam;
import org.retrato.runtime.catalog.Samples.Lookahead;
import org.retrato.runtime.catalog.Samples.Noted;
import org.retrato.runtime.catalog.Samples.Sgd;

final class RoundTripTest {

    private static final long SEED = 20261123;
    private static final String CHARACTERS = "abcXYZ019.-+:_/ \t\n\"\\(),='ñ→";

    private final Catalog catalog = Samples.catalog();
    private final Random random = new Random(SEED);

    @Test
    void a_component_is_the_same_and_has_the_same_text_after_it_was_written_and_read() {
        for (int i = 0; i < 500; i++) {
            var component = random.nextBoolean() ? noted() : optimizer(3);
            var kind = component instanceof Optimizer ? Kind.OPTIMIZER : Kind.ACTIVATION;
            var text = catalog.notation(component);

            var read = catalog.get(kind.type(), text);

            assertThat(read).as("seed %d, component %d: %s", SEED, i, text).isEqualTo(component);
            assertThat(catalog.notation(read))
                    .as("seed %d, component %d", SEED, i)
                    .isEqualTo(text);
            assertThat(catalog.get(kind.type(), catalog.qualifiedNotation(component)))
                    .as("seed %d, component %d, qualified", SEED, i)
                    .isEqualTo(component);
        }
    }

    private Component noted() {
        var note = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            note.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return new Noted(note.toString(), random.nextLong() >> random.nextInt(64));
    }

    private Optimizer optimizer(int depth) {
        return switch (random.nextInt(depth > 0 ? 3 : 2)) {
            case 0 -> new Sgd(Double.longBitsToDouble(random.nextLong()));
            case 1 ->
                new Adam(
                        Math.scalb(1 + random.nextDouble(), random.nextInt(80) - 60),
                        random.nextInt(100) / 100.0,
                        true);
            default -> new Lookahead(optimizer(depth - 1), 1 + random.nextInt(9));
        };
    }
}
