package org.retrato.distribution.checking;

import java.nio.file.Path;
import java.util.List;
import org.retrato.distribution.json.JsonFile;
import org.retrato.testkit.rule.Finding;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Report;
import tools.jackson.core.JsonGenerator;

/** Writes a report for other programs. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @param plugin what was checked
     */
    public static void write(Path path, Path plugin, Report report) {
        JsonFile.write(path, json -> {
            json.writeStartObject();
            json.writeStringProperty("plugin", plugin.toString());
            json.writeBooleanProperty("passes", report.passes());
            for (var verdict : List.of("broken", "mentioned", "kept", "exempt")) {
                json.writeNumberProperty(verdict, report.count(verdict));
            }
            json.writeName("findings").writeStartArray();
            for (var finding : report.findings()) {
                json.writeStartObject();
                write(json, finding);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Finding finding) {
        json.writeStringProperty("subject", finding.subject());
        json.writeStringProperty("rule", finding.rule().number());
        json.writeStringProperty("level", finding.rule().level().toString());
        json.writeStringProperty("title", finding.rule().title());
        json.writeStringProperty("verdict", finding.verdict());
        switch (finding.outcome()) {
            case Outcome.Kept(var note) -> json.writeStringProperty("note", note);
            case Outcome.Exempt(var reason) -> json.writeStringProperty("reason", reason);
            case Outcome.Broken(var value, var remedy) -> {
                json.writeStringProperty("value", value);
                json.writeStringProperty("remedy", remedy);
            }
        }
    }
}
