package org.retrato.maven;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;
import org.eclipse.aether.transport.http.RFC9457.HttpRFC9457Exception;
import org.eclipse.aether.transport.http.RFC9457.RFC9457Payload;
import org.jspecify.annotations.Nullable;

/** Explains in one sentence why an artifact cannot be had, and what to do. */
record Explanation(RepositorySystemSession session, List<RemoteRepository> remote) {

    private static final String ADVICE =
            "look at the network, and at the proxies and servers in the settings.xml of Maven";

    /**
     * Explains a failure.
     *
     * @param asked the coordinate that was asked for, whatever it was that failed
     */
    String of(String asked, Throwable failure) {
        return switch (failure) {
            case ArtifactNotFoundException missing ->
                "cannot find " + name(missing.getArtifact()) + " in " + places()
                        + neededBy(asked, missing.getArtifact());
            case ArtifactTransferException lost ->
                lost(name(lost.getArtifact()), lost.getRepository(), lost.getCause())
                        + neededBy(asked, lost.getArtifact());
            case MetadataTransferException lost ->
                lost("the list of versions of " + asked, lost.getRepository(), lost.getCause());
            case ModelBuildingException wrong -> pom(asked, wrong.getProblems().getFirst());
            default -> failure.getCause() == null ? asked + ": " + failure.getMessage() : of(asked, failure.getCause());
        };
    }

    private String pom(String asked, ModelProblem problem) {
        return problem.getException() instanceof UnresolvableModelException missing
                ? of(asked, missing)
                : "a POM that " + asked + " needs is wrong: " + problem.getMessage();
    }

    /** Returns where was looked. */
    String places() {
        if (session.isOffline()) {
            return "the local repository " + session.getLocalRepository().getBasedir()
                    + ", and no other may be asked (--offline)";
        }
        return places(remote);
    }

    private static String places(List<RemoteRepository> repositories) {
        return repositories.stream().map(Explanation::place).collect(Collectors.joining(", "));
    }

    /** Returns the address of a repository without the password that it may have. */
    private static String place(RemoteRepository repository) {
        return repository.getUrl().replaceFirst("//[^/@]*@", "//");
    }

    private static String name(Artifact artifact) {
        return artifact.getExtension().equals("pom") ? "the POM of " + plain(artifact) : Coordinates.of(artifact);
    }

    private static String plain(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
    }

    private static String neededBy(String asked, Artifact artifact) {
        return plain(artifact).equals(asked) ? "" : "; " + asked + " needs it";
    }

    private static String lost(String what, RemoteRepository repository, @Nullable Throwable cause) {
        var place = place(repository);
        return switch (cause) {
            case NoRepositoryConnectorException _
            when repository.isBlocked() ->
                what + " is not taken from " + places(repository.getMirroredRepositories())
                        + ", as nothing protects it on its way; name a repository that begins with https:";
            case ChecksumFailureException unknown
            when unknown.getExpected().isEmpty() ->
                place + " has no checksum of " + what
                        + ", so that nobody can tell whether it is whole; publish it with Maven, which writes one";
            case ChecksumFailureException damaged ->
                what + " is not what " + place + " says it is: its checksum is " + damaged.getActual() + ", not "
                        + damaged.getExpected() + "; it was not kept";
            case HttpRFC9457Exception refused -> place + " refuses " + what + ": " + reasons(refused.getPayload());
            case UnknownHostException _ ->
                what + " cannot be taken from " + place + ", whose host is unknown; " + ADVICE;
            case null -> what + " cannot be taken from " + place + "; " + ADVICE;
            default -> what + " cannot be taken from " + place + ": " + cause.getMessage() + "; " + ADVICE;
        };
    }

    private static String reasons(RFC9457Payload answer) {
        return Stream.of(answer.getTitle(), answer.getDetail())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }
}
