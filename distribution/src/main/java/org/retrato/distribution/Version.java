package org.retrato.distribution;

import org.retrato.runtime.compile.machine.VectorWidth;
import picocli.CommandLine.IVersionProvider;

/** Says which Retrato runs on what. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "retrato " + retrato(),
            "Java " + Runtime.version() + ", " + VectorWidth.current().bits() + "-bit vectors, "
                    + Runtime.getRuntime().availableProcessors() + " processors"
        };
    }

    static String retrato() {
        var descriptor = Main.class.getModule().getDescriptor();
        return descriptor == null ? "(unpackaged)" : descriptor.rawVersion().orElse("(unpackaged)");
    }
}
