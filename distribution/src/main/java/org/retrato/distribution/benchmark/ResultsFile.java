package org.retrato.distribution.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.retrato.distribution.json.JsonFile;
import org.retrato.runtime.compile.machine.VectorWidth;
import tools.jackson.core.JsonGenerator;

/** Writes results for other programs. */
public final class ResultsFile {

    private ResultsFile() {}

    /** Writes the file, whole or not at all. */
    public static void write(Path path, int threads, List<Result> results, List<String> advice) {
        JsonFile.write(path, json -> {
            json.writeStartObject();
            json.writeNumberProperty("threads", threads);
            json.writeNumberProperty("vectorBits", VectorWidth.current().bits());
            json.writeStringProperty("java", Runtime.version().toString());
            json.writeName("rows").writeStartArray();
            for (var result : results) {
                json.writeStartObject();
                write(json, result);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("advice").writeStartArray();
            advice.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Result result) {
        var row = result.row();
        var measured = result.measurement();
        json.writeStringProperty("name", row.name());
        json.writeStringProperty("group", row.group().toString());
        json.writeStringProperty("description", row.description());
        json.writeStringProperty("unit", measured.unit());
        JsonFile.number(json, "median", measured.rate());
        JsonFile.number(json, "best", measured.best());
        JsonFile.number(json, "limit", measured.limit());
        JsonFile.number(json, "percent", measured.percent());
        JsonFile.number(json, "milliseconds", measured.timing().median() / 1e6);
        JsonFile.number(json, "bestMilliseconds", measured.timing().best() / 1e6);
        JsonFile.number(json, "allocatedBytes", measured.timing().allocated());
        json.writeBooleanProperty("slow", measured.isSlow());
    }
}
