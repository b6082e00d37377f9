package org.retrato.styles;

import java.util.Map;
import org.retrato.classics.Relu;
import org.retrato.testkit.junit.PluginContract;

class StylesConformanceTest extends PluginContract {

    StylesConformanceTest() {
        super(Map.of("classics", Relu.class));
    }
}
