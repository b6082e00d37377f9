package org.retrato.testkit.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Holds what the kit found.
 *
 * @param findings one for each rule and subject, in the order of the checks
 */
public record Report(List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** Returns whether no rule is broken that nothing may break. */
    public boolean passes() {
        return findings.stream().noneMatch(Finding::fails);
    }

    /** Returns how many findings have a {@linkplain Finding#verdict() verdict}. */
    public long count(String verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict().equals(verdict))
                .count();
    }

    /** Returns the findings of each subject, in the order of the checks. */
    public SequencedMap<String, List<Finding>> bySubject() {
        return findings.stream()
                .collect(Collectors.groupingBy(Finding::subject, LinkedHashMap::new, Collectors.toList()));
    }
}
