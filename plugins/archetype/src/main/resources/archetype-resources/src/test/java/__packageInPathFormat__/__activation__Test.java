package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.retrato.testkit.Formulas;

class ${activation}Test {

    @Test
    void it_is_0_at_0_where_its_slope_is_a_half() {
        assertEquals(0, Formulas.inDoubles().value(new ${activation}(), 0)[0]);
        assertEquals(0.5, Formulas.inDoubles().gradient(new ${activation}(), 0)[0]);
    }
}
