package org.retrato.distribution.auditing;

import java.util.List;
import java.util.TreeSet;

/** Finds out what plugins could do from what their classes name, of which it loads none. */
public final class Auditor {

    private final CapabilityTable table = CapabilityTable.read();
    private final Jdk jdk = new Jdk();

    /** Audits a plugin; what of it cannot be read is among the findings. */
    public Audit audit(PluginFiles plugin) {
        var contents = Contents.of(plugin);
        var judge = new Judge(table, jdk, contents);
        var findings = new TreeSet<>(contents.findings());
        for (var code : contents.classes()) {
            var scan = new CodeScan(code);
            findings.addAll(scan.findings());
            for (var reference : scan.references()) {
                var capability = judge.of(reference);
                if (capability != Capability.MATHEMATICS) {
                    findings.add(new Finding(capability, reference.place(), reference.target()));
                }
            }
        }
        return new Audit(plugin, List.copyOf(findings));
    }
}
