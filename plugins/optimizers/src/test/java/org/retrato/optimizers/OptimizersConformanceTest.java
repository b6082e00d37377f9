package org.retrato.optimizers;

import java.util.Map;
import org.retrato.classics.Adam;
import org.retrato.testkit.junit.PluginContract;

class OptimizersConformanceTest extends PluginContract {

    OptimizersConformanceTest() {
        super(Map.of("classics", Adam.class));
    }
}
