package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs shell commands with the distribution and the JDK of this test on the path, and Maven without a network.
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
        environment.put("MAVEN_ARGS", offline(folder));
        environment.put("PATH", distribution + "/bin:" + jdk + "/bin:" + environment.get("PATH"));
        var process = builder.redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("exit code of\n%s\nwhich printed\n%s", commands, printed)
                .isZero();
        return printed;
    }

    /** Lets Maven use what this build has downloaded, and write into a repository of its own. */
    private static String offline(Path folder) throws IOException {
        var repository = Files.createDirectories(folder.resolve(".repository"));
        var downloaded = repository.resolve("downloaded"); // whose own path may have blanks, which would part the words
        if (!Files.exists(downloaded)) {
            Files.createSymbolicLink(downloaded, Path.of(System.getProperty("maven.repository")));
        }
        return "-o -Daether.offline.protocols=file -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
                .formatted(repository.resolve("new"), downloaded);
    }
}
