package org.retrato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the api is in shape.txt, where whoever reviews a change sees it. */
class ShapeTest {

    private static final String RECORD = "retrato.record";
    private static final Path RECORDED = Path.of("shape.txt");

    @BeforeAll
    static void record_if_asked() throws Exception {
        if (System.getProperty(RECORD) != null) {
            Files.write(RECORDED, Shape.ofTheBuild().lines());
            fail("recorded in %s; look at the difference, then test without -D%s".formatted(RECORDED, RECORD));
        }
    }

    @Test
    void it_is_the_one_that_is_recorded() throws Exception {
        var built = Shape.ofTheBuild().lines();
        var recorded = Files.readAllLines(RECORDED);

        assertThat(Stream.concat(only(recorded, "- ", built), only(built, "+ ", recorded)))
                .as("""
                        the differences to the shape that is recorded in api/%s.
                        If they were meant, record it anew, and commit the difference with the change:
                          ./mvnw test -pl api -Dtest=ShapeTest -D%s""", RECORDED, RECORD)
                .isEmpty();
    }

    @Test
    void it_tells_stability_generics_and_what_is_abstract() throws Exception {
        assertThat(Shape.ofTheBuild().lines())
                .contains(
                        "@Stability(EVOLVING) public abstract sealed interface Component permits Activation, Loss, Optimizer, Schedule, Style",
                        "public default Tensor Activation.weights(Layer)",
                        "public abstract Tensor Step.state(String,java.util.function.UnaryOperator<Tensor>)");
    }

    private static Stream<String> only(List<String> lines, String sign, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).map(sign::concat);
    }
}
