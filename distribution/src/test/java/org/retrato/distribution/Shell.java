package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/**
 * Runs shell commands with the distribution and the JDK of this test on the path.
 *
 * @param distribution the assembled distribution
 */
record Shell(Path distribution) {

    /** Runs commands until one fails, which none may, and returns what they printed. */
    String run(Path folder, String commands) throws Exception {
        var jdk = Path.of(System.getProperty("java.home"));
        var builder = new ProcessBuilder("sh", "-e", "-c", commands).directory(folder.toFile());
        var environment = builder.environment();
        environment.put("RETRATO", distribution.toString());
        // the guides show what an English reader sees
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("PATH", distribution + "/bin:" + jdk + "/bin:" + environment.get("PATH"));
        var process = builder.redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("exit code of\n%s\nwhich printed\n%s", commands, printed)
                .isZero();
        return printed;
    }
}
