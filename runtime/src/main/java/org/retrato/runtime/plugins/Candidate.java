package org.retrato.runtime.plugins;

import static java.util.stream.Collectors.joining;
import static org.retrato.runtime.plugins.Problem.AMBIGUOUS_FOLDER;
import static org.retrato.runtime.plugins.Problem.EMPTY_FOLDER;
import static org.retrato.runtime.plugins.Problem.NO_COMPONENT;
import static org.retrato.runtime.plugins.Problem.UNMET_REQUIREMENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.retrato.api.Component;

/**
 * Holds what could become a plugin: a JAR, or a folder with a JAR and the libraries it brings along.
 *
 * @param jars all JARs, sorted by name
 * @param main the JAR that is the plugin itself and describes it
 */
record Candidate(Path path, List<Jar> jars, Jar main, PluginDescriptor descriptor) {

    /** Reads a candidate and refuses it for what it says about itself, without regard to others. */
    static Candidate read(Path path, Policy policy) {
        var jars = Folder.jars(path).stream().map(Jar::read).toList();
        policy.trust().ifPresent(trust -> jars.forEach(jar -> Signatures.require(jar, trust)));
        var main = Files.isDirectory(path) ? main(path, jars) : jars.getFirst();
        var descriptor = Descriptors.of(main);
        if (jars.stream().noneMatch(Jar::components)) {
            throw new RefusedException(NO_COMPONENT, "it declares no component", howToDeclare(main));
        }
        if (!Versions.satisfies(Api.version(), descriptor.getRequires())) {
            throw new RefusedException(
                    UNMET_REQUIREMENT,
                    "%s %s needs Retrato %s, but this is Retrato %s"
                            .formatted(
                                    descriptor.getPluginId(),
                                    descriptor.getVersion(),
                                    descriptor.getRequires(),
                                    Api.version()),
                    "install a version of the plugin for this Retrato, or the Retrato it needs");
        }
        return new Candidate(path, jars, main, descriptor);
    }

    private static Jar main(Path folder, List<Jar> jars) {
        if (jars.isEmpty()) {
            throw new RefusedException(
                    EMPTY_FOLDER,
                    "the folder holds no JAR",
                    "put the JARs of one plugin directly into it, or remove it");
        }
        Predicate<Jar> named = jar -> jar.manifest().getValue(ManifestPluginDescriptorFinder.PLUGIN_ID) != null;
        var criterion = jars.stream().anyMatch(named) ? named : (Predicate<Jar>) Jar::components;
        var possible = jars.size() == 1 ? jars : jars.stream().filter(criterion).toList();
        if (possible.size() != 1) {
            throw new RefusedException(
                    AMBIGUOUS_FOLDER,
                    "a folder is one plugin, but in '%s' %s could be it"
                            .formatted(
                                    folder.getFileName(),
                                    possible.isEmpty()
                                            ? "no JAR"
                                            : possible.stream()
                                                    .map(jar -> jar.path()
                                                            .getFileName()
                                                            .toString())
                                                    .collect(joining(" and "))),
                    "give exactly one of its JARs a 'Plugin-Id' in the manifest, and each plugin its own folder");
        }
        return possible.getFirst();
    }

    private static String howToDeclare(Jar main) {
        var kind = Api.KINDS.getFirst().getName();
        var kinds = Api.KINDS.stream().skip(1).map(Class::getSimpleName).collect(joining(", "));
        return main.module() != null
                ? "declare each in module-info.java, as 'provides " + kind + " with ...' (or " + kinds + ")"
                : "list the class of each in META-INF/services/" + kind + " (or " + kinds + ")";
    }

    String id() {
        return descriptor.getPluginId();
    }

    List<PluginDependency> dependencies() {
        return descriptor.getDependencies();
    }

    String sha256() {
        return Files.isDirectory(path)
                ? Sha256.of(jars.stream()
                        .map(jar -> jar.path().getFileName() + " " + jar.sha256() + "\n")
                        .collect(joining()))
                : main.sha256();
    }

    Plugin accept(List<Class<? extends Component>> components) {
        return new Plugin(
                id(),
                descriptor.getVersion(),
                path,
                sha256(),
                descriptor.getPluginDescription(),
                descriptor.getProvider(),
                descriptor.getLicense(),
                components);
    }
}
