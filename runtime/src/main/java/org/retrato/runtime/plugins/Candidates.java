package org.retrato.runtime.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginRepository;

/** Reads the candidates in folders, and shows them to PF4J. */
final class Candidates implements PluginRepository, PluginDescriptorFinder {

    private final Map<Path, Candidate> candidates = new LinkedHashMap<>();
    private final Policy policy;
    private final Refusals refusals;

    Candidates(Policy policy, Refusals refusals) {
        this.policy = policy;
        this.refusals = refusals;
    }

    /** Returns the readable candidates of a folder, sorted by name, and refuses the others; all processors read. */
    List<Candidate> readAll(Path folder) {
        try {
            var found = Folder.candidates(folder).parallelStream()
                    .flatMap(path -> refusals.attempt(path, () -> Candidate.read(path, policy)).stream())
                    .toList();
            found.forEach(candidate -> candidates.put(candidate.path(), candidate));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin folder '" + folder + "' cannot be listed", e);
        }
    }

    Candidate at(Path path) {
        return Objects.requireNonNull(candidates.get(path), "not a candidate");
    }

    @Override
    public List<Path> getPluginPaths() {
        return List.copyOf(candidates.keySet());
    }

    @Override
    public boolean deletePluginPath(Path path) {
        return false; // the files are the user's
    }

    @Override
    public boolean isApplicable(Path path) {
        return candidates.containsKey(path);
    }

    @Override
    public PluginDescriptor find(Path path) {
        return at(path).descriptor();
    }
}
