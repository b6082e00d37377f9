package org.retrato.testkit.junit;

import java.nio.file.Path;
import java.util.List;
import org.retrato.testkit.conformance.Conformance;
import org.retrato.testkit.rule.Report;

/**
 * Checks a finished plugin, after it was packaged: in an integration test.
 *
 * <pre>{@code
 * class BrushesIT extends JarContract {
 *     BrushesIT() {
 *         super(Path.of("target/brushes-1.0.0.jar"));
 *     }
 * }
 * }</pre>
 */
public abstract class JarContract extends Contract {

    private final Path jar;
    private final List<Path> plugins;

    /**
     * Checks a JAR, or a folder of JARs.
     *
     * @param plugins folders with the plugins that it depends on
     */
    protected JarContract(Path jar, Path... plugins) {
        this.jar = jar;
        this.plugins = List.of(plugins);
    }

    @Override
    Report report() {
        return Conformance.of(jar, plugins);
    }
}
