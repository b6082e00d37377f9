package org.retrato.distribution.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.retrato.distribution.json.JsonValue;

/**
 * Says what an image is and how it is started.
 *
 * @param layer the hash of the layer with the distribution, unpacked
 */
record ImageConfig(Map<String, String> labels, Instant created, String architecture, String layer) {

    private static final List<String> ENVIRONMENT = List.of(
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG=C.UTF-8", // for the names of files
            "RETRATO_CACHE=off"); // a cache of classes would be lost with the container

    /** Returns what is left of the configuration of a base, with what is new. */
    JsonValue on(JsonValue base) {
        var files = base.get("rootfs");
        return base.with("created", created.toString())
                .with("os", "linux")
                .with("architecture", architecture)
                .with("config", execution(base.get("config")))
                .with(
                        "rootfs",
                        files.with("type", "layers")
                                .with("diff_ids", files.get("diff_ids").and(layer)))
                .with(
                        "history",
                        base.get("history")
                                .and(Map.of("created", created.toString(), "created_by", "retrato assemble")));
    }

    private JsonValue execution(JsonValue base) {
        var all = base.get("Labels");
        for (var label : labels.entrySet()) {
            all = all.with(label.getKey(), label.getValue());
        }
        return base.without("Cmd") // which would become arguments
                .with("Entrypoint", List.of(Container.HOME + "/bin/retrato"))
                .with("Env", environment(base.get("Env")))
                .with("Labels", all)
                .with("WorkingDir", "/work");
    }

    /** Adds what the base leaves open. */
    private static JsonValue environment(JsonValue base) {
        var all = base;
        for (var line : ENVIRONMENT) {
            var variable = line.substring(0, line.indexOf('=') + 1);
            if (base.elements().stream().noneMatch(other -> other.text().startsWith(variable))) {
                all = all.and(line);
            }
        }
        return all;
    }
}
