package ${package};

import java.nio.file.Path;
import org.retrato.testkit.junit.JarContract;

/** Proves the finished JAR right: what it says about itself, that it loads, that it can be unloaded. */
class JarIT extends JarContract {

    JarIT() {
#if($kind.matches("style"))
        super(Path.of(System.getProperty("plugin.jar")), Path.of(System.getProperty("retrato.plugins")));
#end
#if($kind.matches("activation|loss|optimizer|schedule|plugin"))
        super(Path.of(System.getProperty("plugin.jar")));
#end
    }
}
