package org.retrato.distribution.auditing;

import java.nio.file.Path;
import java.util.List;
import org.retrato.distribution.json.JsonFile;

/** Writes audits for other programs, with every place. */
public final class AuditFile {

    private AuditFile() {}

    /** Writes the file, whole or not at all. */
    public static void write(Path path, List<Audit> audits) {
        JsonFile.write(path, json -> {
            json.writeStartObject();
            json.writeName("plugins").writeStartArray();
            for (var audit : audits) {
                json.writeStartObject();
                json.writeStringProperty("id", audit.plugin().name().id());
                json.writeStringProperty("version", audit.plugin().name().version());
                json.writeStringProperty("path", audit.plugin().path().toString());
                json.writeBooleanProperty("clean", audit.isClean());
                json.writeName("findings").writeStartArray();
                for (var finding : audit.findings()) {
                    json.writeStartObject();
                    json.writeStringProperty("capability", finding.capability().code());
                    json.writeStringProperty("place", finding.place());
                    json.writeStringProperty("target", finding.target());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
