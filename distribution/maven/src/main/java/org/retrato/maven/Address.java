package org.retrato.maven;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;

/** Makes a repository of what a user calls it: a URL, a folder, or either after a name and {@code ::}. */
final class Address {

    private static final Pattern NOTATION = Pattern.compile("(?:([A-Za-z0-9._-]+)::)?(.+)");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.+");
    private static final RepositoryPolicy NONE = new RepositoryPolicy(false, null, null);

    private Address() {}

    /**
     * Returns the repository at an address; its name, by which the settings of Maven know the password, follows from the URL
     * unless given.
     *
     * @throws InputException if it is neither a URL nor a folder
     */
    static RemoteRepository parse(String address) {
        var parts = NOTATION.matcher(address);
        if (!parts.matches()) {
            throw new InputException("the address of a repository is empty");
        }
        var url = url(parts.group(2));
        var id = parts.group(1) == null ? url.replaceAll("[^A-Za-z0-9._-]+", "-") : parts.group(1);
        return new RemoteRepository.Builder(id, "default", url)
                .setSnapshotPolicy(NONE)
                .build();
    }

    private static String url(String place) {
        if (URL.matcher(place).matches()) {
            return place;
        }
        try {
            var folder = Path.of(place);
            if (Files.isDirectory(folder)) {
                return folder.toUri().toString();
            }
        } catch (InvalidPathException _) {
            // which is no folder either
        }
        throw new InputException("there is no repository '" + place
                + "': write a URL, as https://repo.example.org/maven, or the path of a folder");
    }
}
