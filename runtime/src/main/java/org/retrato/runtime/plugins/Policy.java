package org.retrato.runtime.plugins;

import java.util.Optional;
import java.util.Set;

/**
 * Says which plugins are loaded, and what they may do.
 *
 * @param nativeAccess the ids of the plugins that may call native code, which Java cannot look after; modules only
 * @param trust by whom every JAR has to be signed; empty if none has to be
 */
public record Policy(Set<String> nativeAccess, Optional<Trust> trust) {

    public Policy {
        nativeAccess = Set.copyOf(nativeAccess);
    }

    /** Returns the usual policy: plugins need no signature, and none may call native code. */
    public static Policy open() {
        return new Policy(Set.of(), Optional.empty());
    }
}
