package org.retrato.distribution.auditing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes audits for people: a line for a plugin that is clean, a few places for each capability of another. */
public final class AuditText {

    /** How many places of a capability are shown. */
    private static final int SHOWN = 3;

    /** How many characters of a line are shown, as a name in a class file may have thousands. */
    private static final int LONGEST = 240;

    private AuditText() {}

    /** Returns the lines, those that say what this is worth last. */
    public static List<String> lines(List<Audit> audits) {
        var lines = new ArrayList<String>();
        var width = audits.stream()
                .mapToInt(audit -> audit.plugin().name().toString().length())
                .max()
                .orElse(0);
        for (var audit : audits) {
            var name = audit.plugin().name().toString();
            lines.add(name + " ".repeat(width - name.length()) + "   "
                    + (audit.isClean()
                            ? Capability.MATHEMATICS + " only"
                            : audit.plugin().path()));
            audit.byCapability().forEach((capability, findings) -> add(lines, capability, findings));
        }
        var clean = audits.stream().filter(Audit::isClean).count();
        lines.add("");
        lines.add("%d audited, %d with mathematics only".formatted(audits.size(), clean));
        lines.add("");
        lines.add(
                "The code was read, and none of it was run. This is a check, not a sandbox: it finds what could be called,");
        lines.add("not whether it is, and not what reflection, native code or the JDK call in turn.");
        return lines.stream().map(AuditText::printable).toList();
    }

    private static void add(List<String> lines, Capability capability, List<Finding> findings) {
        lines.add("  " + capability);
        findings.stream()
                .limit(SHOWN)
                .forEach(finding -> lines.add("    " + finding.place() + " → " + finding.target()));
        if (findings.size() > SHOWN) {
            lines.add("    and " + (findings.size() - SHOWN) + " more");
        }
    }

    /** Spells out what a terminal would obey instead of showing it: the names are the choice of whoever wrote the plugin. */
    private static String printable(String line) {
        var shown = line.codePoints()
                .limit(LONGEST)
                .mapToObj(point -> isShown(point) ? Character.toString(point) : "\\u{%x}".formatted(point))
                .collect(Collectors.joining());
        return line.length() > LONGEST ? shown + "…" : shown;
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
