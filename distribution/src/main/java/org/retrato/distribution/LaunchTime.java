package org.retrato.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Knows when the user started the launcher: it turns into Java without a new process, so the process is as old. */
final class LaunchTime {

    private static final long MILLIS_PER_TICK = 10;

    // the fields of /proc/self/stat that follow the name of the program, which may contain blanks
    private static final int START = 19;

    private LaunchTime() {}

    /** Returns when the process began, within hundredths of a second. */
    static Instant get() {
        try {
            // ProcessHandle adds the start in ticks to the time of the boot in whole seconds
            var now = Instant.now();
            return now.minus(
                    age(Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime"))));
        } catch (IOException | RuntimeException notLinux) {
            return ProcessHandle.current().info().startInstant().orElseThrow();
        }
    }

    /** Returns the age of a process from what Linux says of it and of itself. */
    static Duration age(String process, String machine) {
        var start = process.substring(process.lastIndexOf(')') + 2).split(" ")[START];
        var uptime = machine.split(" ")[0];
        return Duration.ofMillis(
                Math.round(1000 * Double.parseDouble(uptime)) - MILLIS_PER_TICK * Long.parseLong(start));
    }
}
