package ${package};

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.retrato.testkit.Formulas;

class ${optimizer}Test {

    @Test
    void it_goes_down_the_slope_of_a_parabola() {
        var steps = Formulas.inDoubles()
                .trajectory(new ${optimizer}(), new double[] {1}, x -> new double[] {2 * x[0]}, 20);
        assertTrue(Math.abs(steps.getLast()[0]) < 1);
    }
}
