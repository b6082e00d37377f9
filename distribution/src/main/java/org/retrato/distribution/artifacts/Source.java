package org.retrato.distribution.artifacts;

import java.util.List;
import java.util.Map;

/** Takes plugins from where they are published. */
public interface Source {

    /** Takes plugins, each with what it needs to run: its own JAR first. */
    Map<Coordinate, List<Artifact>> resolve(List<Coordinate> plugins);

    /** Returns the versions of plugins, each list from the oldest to the newest; the version of a coordinate does not matter. */
    Map<Coordinate, List<String>> versions(List<Coordinate> plugins);
}
