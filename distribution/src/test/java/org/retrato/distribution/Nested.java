package org.retrato.distribution;

import java.nio.file.Path;

/** Lets a Maven that a test starts use what this build has downloaded, and write into a repository of its own. */
final class Nested {

    private static final String TAIL =
            Path.of(System.getProperty("maven.repository")).toString();

    /** The options; %s stands for the new repository. A file of the distribution is as near as without a network. */
    static final String MAVEN =
            "-Daether.offline.protocols=file '-Dmaven.repo.local=%s' '-Dmaven.repo.local.tail=" + TAIL + "'";

    /** The options for what finds artifacts in no project, so in the distribution's repository. */
    static final String ARCHETYPE = "'-Dmaven.repo.local=%s' '-Dmaven.repo.local.tail="
            + Launch.HOME.toAbsolutePath().resolve("repository") + "," + TAIL + "'";

    private Nested() {}
}
