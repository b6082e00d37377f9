package org.retrato.distribution.checking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.retrato.testkit.rule.Finding;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Report;

/** Writes a report for people: what is kept in a line, what is exempt in one for each reason, all else with what to do. */
public final class ReportText {

    private static final String MARGIN = " ".repeat(13);

    private ReportText() {}

    /** Returns the lines of a report, the summary last. */
    public static List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        report.bySubject().forEach((subject, findings) -> {
            lines.add(subject);
            kept(findings, lines);
            findings.forEach(finding -> other(finding, lines));
            exempt(findings, lines);
            lines.add("");
        });
        lines.add("%s: %d broken, %d mentioned, %d kept, %d exempt"
                .formatted(
                        report.passes() ? "passes" : "fails",
                        report.count("broken"),
                        report.count("mentioned"),
                        report.count("kept"),
                        report.count("exempt")));
        return lines;
    }

    private static void kept(List<Finding> findings, List<String> lines) {
        var numbers = findings.stream()
                .filter(finding -> finding.outcome() instanceof Outcome.Kept)
                .map(finding -> finding.rule().number())
                .toList();
        if (!numbers.isEmpty()) {
            lines.add(verdict("kept") + String.join(" ", numbers));
        }
        findings.forEach(finding -> {
            if (finding.outcome() instanceof Outcome.Kept(var note) && !note.isEmpty()) {
                lines.add(MARGIN + finding.rule().number() + ": " + note);
            }
        });
    }

    private static void other(Finding finding, List<String> lines) {
        switch (finding.outcome()) {
            case Outcome.Kept _, Outcome.Exempt _ -> {}
            case Outcome.Broken(var value, var remedy) -> {
                lines.add(verdict(finding.verdict()) + finding.rule());
                lines.add(MARGIN + value);
                lines.add(MARGIN + "what to do: " + remedy);
            }
        }
    }

    private static void exempt(List<Finding> findings, List<String> lines) {
        var reasons = new LinkedHashMap<String, List<String>>();
        for (var finding : findings) {
            if (finding.outcome() instanceof Outcome.Exempt(var reason)) {
                reasons.computeIfAbsent(reason, _ -> new ArrayList<>())
                        .add(finding.rule().number());
            }
        }
        reasons.forEach((reason, numbers) -> lines.add(verdict("exempt") + String.join(" ", numbers) + ": " + reason));
    }

    private static String verdict(String word) {
        return "  %-11s".formatted(word);
    }
}
