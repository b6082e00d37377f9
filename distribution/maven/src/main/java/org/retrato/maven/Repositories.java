package org.retrato.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.ContextOverrides.ChecksumPolicy;
import eu.maveniverse.maven.mima.context.ContextOverrides.SnapshotUpdatePolicy;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.repository.ChainedLocalRepositoryManager;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * Finds artifacts in the local repository, the repositories a user names, those of the settings of Maven and, last, Maven
 * Central. What a POM says about repositories does not count: only the user decides whom to trust.
 */
final class Repositories implements AutoCloseable {

    /** What the application itself brings, with all it needs, is no library of a plugin. */
    private static final List<Exclusion> APPLICATION = Stream.of(
                    "org.retrato:retrato-api", "org.retrato:retrato-runtime", "org.jspecify:jspecify")
            .map(name -> name.split(":"))
            .map(name -> new Exclusion(name[0], name[1], "*", "*"))
            .toList();

    private static final String CENTRAL = ContextOverrides.CENTRAL.getId();

    private final Context context;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remote;
    private final Explanation explanation;

    private Repositories(Context context, List<RemoteRepository> given) {
        this.context = context;
        this.session = session(context);
        this.remote = context.repositorySystem()
                .newResolutionRepositories(session, inOrder(given, context.remoteRepositories()));
        this.explanation = new Explanation(session, remote);
    }

    /**
     * Opens the repositories.
     *
     * @param mavenHome the folder with the settings of the user's Maven, as {@code ~/.m2}
     * @throws InputException if the settings cannot be read, or the address of a repository is none
     */
    static Repositories open(Request request, Path mavenHome) {
        var given = request.repositories().stream().map(Address::parse).toList();
        var overrides = ContextOverrides.create()
                .withUserSettings(true)
                .withMavenUserHomeOverride(mavenHome)
                .withEffectiveSettingsMixin(unencryptedBlocked())
                .withLocalRepositoryOverride(request.localRepository().orElse(null))
                .keepBareRepositories(true)
                .ignoreArtifactDescriptorRepositories(true)
                .artifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false))
                .checksumPolicy(ChecksumPolicy.FAIL)
                .snapshotUpdatePolicy(SnapshotUpdatePolicy.ALWAYS) // of lists of versions, too
                .offline(request.offline())
                .build();
        try {
            return new Repositories(Runtimes.INSTANCE.getRuntime().create(overrides), given);
        } catch (IllegalStateException failure) {
            if (failure.getCause() instanceof SettingsBuildingException wrong) {
                throw new InputException("the settings of Maven cannot be read: " + wrong.getMessage(), failure);
            }
            throw failure;
        }
    }

    /** Returns what Maven itself has among its settings since 3.8.1. */
    private static Settings unencryptedBlocked() {
        var blocker = new Mirror();
        blocker.setId("unencrypted");
        blocker.setMirrorOf("external:http:*");
        blocker.setUrl("http://0.0.0.0/");
        blocker.setBlocked(true);
        var settings = new Settings();
        settings.addMirror(blocker);
        return settings;
    }

    /**
     * Lets all that is in the local repository count, though Maven remembers which other repository it came from; and leaves
     * out what is optional, which Maven would keep where it begins.
     */
    private static RepositorySystemSession session(Context context) {
        var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        var local = session.getLocalRepositoryManager();
        session.setLocalRepositoryManager(new ChainedLocalRepositoryManager(local, List.of(local), true));
        session.setDependencySelector(new AndDependencySelector(session.getDependencySelector(), new NeededSelector()));
        session.setReadOnly();
        return session;
    }

    /** Returns all repositories, the most private first; the first of two with the same name counts. */
    private static List<RemoteRepository> inOrder(List<RemoteRepository> given, List<RemoteRepository> settings) {
        var byName = new LinkedHashMap<String, RemoteRepository>();
        given.forEach(repository -> byName.putIfAbsent(repository.getId(), repository));
        settings.stream()
                .filter(repository -> !repository.getId().equals(CENTRAL))
                .forEach(repository -> byName.putIfAbsent(repository.getId(), repository));
        settings.forEach(repository -> byName.putIfAbsent(repository.getId(), repository));
        return List.copyOf(byName.values());
    }

    /**
     * Returns the file of an artifact, and after it those of the libraries it needs to run.
     *
     * @param coordinate {@code group:artifact:version}
     * @throws InputException if one of them cannot be had
     */
    List<Artifact> resolve(String coordinate) {
        try {
            var root = new Dependency(new DefaultArtifact(coordinate), JavaScopes.RUNTIME, false, APPLICATION);
            var libraries = new DependencyRequest(
                    new CollectRequest(root, remote), DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
            return context.repositorySystem().resolveDependencies(session, libraries).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> !artifact.getExtension().equals("pom"))
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    "'" + coordinate + "' is no coordinate: write group:artifact:version, as org.example:brushes:1.2.0",
                    wrong);
        } catch (RepositoryException failure) {
            throw new InputException(explanation.of(coordinate, failure), failure);
        }
    }

    /**
     * Returns the released versions of an artifact, the oldest first.
     *
     * @param name {@code group:artifact}
     * @throws InputException if there is none, or not all repositories can be asked
     */
    List<String> versions(String name) {
        try {
            var all = new VersionRangeRequest(new DefaultArtifact(name + ":(,)"), remote, "");
            var found = context.repositorySystem().resolveVersionRange(session, all);
            for (var failure : found.getExceptions()) {
                if (failure instanceof RepositoryException unasked && !(failure instanceof MetadataNotFoundException)) {
                    throw unasked;
                }
            }
            var versions = found.getVersions().stream()
                    .map(Object::toString)
                    .filter(version -> !version.endsWith("-SNAPSHOT"))
                    .toList();
            if (versions.isEmpty()) {
                throw new InputException("there is no release of " + name + " in " + explanation.places());
            }
            return versions;
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    "'" + name + "' names no artifact: write group:artifact, as org.example:brushes", wrong);
        } catch (RepositoryException failure) {
            throw new InputException(explanation.of(name, failure), failure);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
