package ${package};

#if($kind.matches("style"))
import java.util.Map;
import org.retrato.classics.Relu;
#end
import org.retrato.testkit.junit.PluginContract;

/** Proves each component right: the conformance kit has rules for its formula, its hyperparameters and its texts. */
#if($kind.matches("style"))
class PluginTest extends PluginContract {

    PluginTest() {
        // the other plugins that the parts come from: the name of each, and any class of it
        super(Map.of("classics", Relu.class));
    }
}
#end
#if($kind.matches("activation|loss|optimizer|schedule|plugin"))
class PluginTest extends PluginContract {}
#end
