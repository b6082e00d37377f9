package org.retrato.maven;

import org.eclipse.aether.artifact.Artifact;

/** Writes coordinates as people do. */
final class Coordinates {

    private Coordinates() {}

    /** Returns {@code group:artifact[:extension[:classifier]]:version}; of a plain JAR, the extension is left out. */
    static String of(Artifact artifact) {
        var kind = artifact.getExtension();
        if (!artifact.getClassifier().isEmpty()) {
            kind += ":" + artifact.getClassifier();
        }
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + (kind.equals("jar") ? "" : ":" + kind) + ":"
                + artifact.getVersion();
    }
}
