package org.retrato.distribution.assembly;

import java.util.Locale;

/** Names the system and the processor that an archive is for, as the builds of Java do: {@code linux-x64}. */
final class Platform {

    static final String NAME = system(System.getProperty("os.name")) + "-" + processor(System.getProperty("os.arch"));

    private Platform() {}

    static boolean isWindows() {
        return NAME.startsWith("windows");
    }

    private static String system(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows")
                ? "windows"
                : lower.startsWith("mac") ? "macos" : lower.replaceAll("\\W", "");
    }

    private static String processor(String name) {
        return name.equals("amd64") || name.equals("x86_64") ? "x64" : name;
    }
}
