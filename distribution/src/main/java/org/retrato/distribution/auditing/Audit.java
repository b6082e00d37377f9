package org.retrato.distribution.auditing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says what a plugin could do beyond mathematics.
 *
 * @param findings sorted by capability and place
 */
public record Audit(PluginFiles plugin, List<Finding> findings) {

    /** Returns whether it could do nothing but mathematics. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Returns the findings by capability. */
    Map<Capability, List<Finding>> byCapability() {
        return findings.stream().collect(Collectors.groupingBy(Finding::capability, TreeMap::new, Collectors.toList()));
    }
}
