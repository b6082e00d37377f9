package org.retrato.distribution.painting;

import java.nio.file.Path;
import java.util.List;
import org.retrato.distribution.json.JsonFile;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.runtime.training.Settings;
import tools.jackson.core.JsonGenerator;

/**
 * Writes all that is needed to paint the same again, and what came of it, as JSON.
 *
 * @param image what was painted, as the user named it
 * @param encoding in its notation
 * @param results one for each painting
 */
public record Report(
        String image,
        int width,
        int height,
        List<Plugin> plugins,
        String encoding,
        List<Integer> hidden,
        int colours,
        Settings settings,
        int threads,
        List<Result> results) {

    /** What came of one artist. */
    public record Result(Artist artist, Outcome outcome) {}

    public Report {
        plugins = List.copyOf(plugins);
        hidden = List.copyOf(hidden);
        results = List.copyOf(results);
    }

    /** Writes the file, whole or not at all; a single painting is part of the outer object. */
    public void write(Path path, Catalog catalog) {
        JsonFile.write(path, json -> {
            json.writeStartObject();
            writeConditions(json);
            if (results.size() == 1) {
                write(json, results.getFirst(), catalog);
            } else {
                writeAll(json, catalog);
            }
            json.writeEndObject();
        });
    }

    private void writeAll(JsonGenerator json, Catalog catalog) {
        json.writeName("paintings").writeStartArray();
        for (var result : results) {
            json.writeStartObject();
            write(json, result, catalog);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeConditions(JsonGenerator json) {
        json.writeStringProperty("image", image);
        json.writeNumberProperty("width", width);
        json.writeNumberProperty("height", height);
        json.writeName("plugins").writeStartArray();
        for (var plugin : plugins) {
            json.writeStartObject();
            json.writeStringProperty("id", plugin.id());
            json.writeStringProperty("version", plugin.version());
            json.writeStringProperty("sha256", plugin.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("network").writeStartObject();
        json.writeStringProperty("encoding", encoding);
        json.writeName("hidden").writeStartArray();
        hidden.forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
        json.writeNumberProperty("colours", colours);
        json.writeNumberProperty("steps", settings.steps());
        json.writeNumberProperty("batch", settings.batch() == 0 ? width * height : settings.batch());
        json.writeNumberProperty("seed", settings.seed());
        json.writeNumberProperty("threads", threads);
        json.writeNumberProperty("vectorBits", VectorWidth.current().bits());
        json.writeStringProperty("java", Runtime.version().toString());
    }

    private static void write(JsonGenerator json, Result result, Catalog catalog) {
        var artist = result.artist();
        var outcome = result.outcome();
        json.writeStringProperty("style", artist.notation());
        json.writeStringProperty(
                "activation", catalog.qualifiedNotation(artist.style().activation()));
        json.writeStringProperty(
                "loss", catalog.qualifiedNotation(artist.style().loss()));
        json.writeStringProperty(
                "optimizer", catalog.qualifiedNotation(artist.style().optimizer()));
        json.writeStringProperty(
                "schedule", catalog.qualifiedNotation(artist.style().schedule()));
        json.writeStringProperty("ending", outcome.ending().toString());
        if (outcome.trouble() != null) {
            json.writeStringProperty("trouble", outcome.trouble());
        }
        json.writeNumberProperty("stepsTaken", outcome.losses().length);
        JsonFile.number(json, "psnr", outcome.painting().psnr());
        JsonFile.number(json, "firstStepSeconds", outcome.firstStepSeconds());
        JsonFile.number(json, "secondsPerStep", outcome.secondsPerStep());
        json.writeStringProperty("weightsSha256", outcome.weightsSha256());
        json.writeName("lossCurve").writeStartArray();
        for (var loss : outcome.losses()) {
            json.writeNumber(loss);
        }
        json.writeEndArray();
    }
}
