package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ${style}Test {

    @Test
    void its_parts_are_the_same_each_time() {
        assertEquals(new ${style}(), new ${style}());
    }
}
