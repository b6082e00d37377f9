package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.retrato.testkit.Formulas;

class ${loss}Test {

    @Test
    void it_is_0_where_the_output_is_the_target() {
        assertEquals(0, Formulas.inDoubles().value(new ${loss}(), 1, new double[] {2}, new double[] {2})[0]);
    }
}
