package org.retrato.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.retrato.distribution.artifacts.MavenClient;
import org.retrato.distribution.artifacts.Repositories;
import org.retrato.distribution.home.Home;
import picocli.CommandLine.Option;

/** Says where plugins are taken from. */
final class RepositoryOptions {

    @Option(
            names = "--repository",
            paramLabel = "URL",
            description =
                    "A Maven repository to ask first, beside those of the settings of Maven and Maven Central; repeatable.")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--offline", description = "Take only what was taken before.")
    private boolean offline;

    MavenClient client() {
        return new MavenClient(Home.required().folder(), new Repositories(addresses, Optional.empty(), offline));
    }
}
