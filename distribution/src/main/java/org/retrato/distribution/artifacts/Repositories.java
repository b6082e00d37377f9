package org.retrato.distribution.artifacts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which repositories a user trusts beside those of the settings of Maven and Maven Central.
 *
 * @param addresses each a URL or a folder, or {@code ID::URL} where the settings know a password for ID; asked first, in this order
 * @param local where all that is downloaded is kept, if elsewhere than the settings say
 * @param offline whether the local repository alone is asked
 */
public record Repositories(List<String> addresses, Optional<Path> local, boolean offline) {

    /** Are those of the settings of Maven and Maven Central alone. */
    public static final Repositories USUAL = new Repositories(List.of(), Optional.empty(), false);

    /** Keeps a copy of the addresses. */
    public Repositories {
        addresses = List.copyOf(addresses);
    }

    /** Returns the options that tell {@code org.retrato.maven.Main} so. */
    List<String> options() {
        var options = new ArrayList<String>();
        for (var address : addresses) {
            options.addAll(List.of("--repository", address));
        }
        local.ifPresent(folder -> options.addAll(List.of("--local-repository", folder.toString())));
        if (offline) {
            options.add("--offline");
        }
        return options;
    }
}
