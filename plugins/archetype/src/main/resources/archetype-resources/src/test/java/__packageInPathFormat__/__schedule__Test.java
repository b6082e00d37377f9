package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.retrato.testkit.Formulas;

class ${schedule}Test {

    @Test
    void it_begins_with_the_whole_learning_rate() {
        assertEquals(1, Formulas.inDoubles().factors(new ${schedule}(), 10)[0]);
    }
}
