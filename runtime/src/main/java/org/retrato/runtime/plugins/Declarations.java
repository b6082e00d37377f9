package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.OVERSIZED_JAR;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** Reads which components a JAR declares; whether their classes are there and work is found out when they are loaded. */
final class Declarations {

    private static final int MOST = 1_000;

    private Declarations() {}

    /** Returns what a module provides, by kind. */
    static Map<String, List<String>> provided(ModuleDescriptor module) {
        var declared = new LinkedHashMap<String, List<String>>();
        for (var kind : Api.KINDS) {
            put(
                    declared,
                    kind.getName(),
                    module.provides().stream()
                            .filter(provides -> provides.service().equals(kind.getName()))
                            .map(Provides::providers)
                            .findFirst()
                            .orElse(List.of()));
        }
        return declared;
    }

    /** Returns what a flat JAR lists in {@code META-INF/services}, by kind. */
    static Map<String, List<String>> listed(ZipFile file) throws IOException {
        var declared = new LinkedHashMap<String, List<String>>();
        for (var kind : Api.KINDS) {
            var entry = file.getEntry("META-INF/services/" + kind.getName());
            if (entry != null) {
                try (var in = file.getInputStream(entry)) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    put(declared, kind.getName(), names(text));
                }
            }
        }
        return declared;
    }

    private static List<String> names(String text) {
        return text.lines()
                .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static void put(Map<String, List<String>> declared, String kind, List<String> names) {
        if (names.size() > MOST) {
            throw new RefusedException(
                    OVERSIZED_JAR,
                    "it declares %,d components as %s; at most %,d are tried".formatted(names.size(), kind, MOST),
                    "leave out what the plugin does not need, or make several plugins of it");
        }
        if (!names.isEmpty()) {
            declared.put(kind, names);
        }
    }
}
