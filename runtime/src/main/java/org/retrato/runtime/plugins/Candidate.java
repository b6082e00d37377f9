package org.retrato.runtime.plugins;

import static java.util.stream.Collectors.joining;
import static org.retrato.runtime.plugins.Problem.NO_COMPONENT;
import static org.retrato.runtime.plugins.Problem.UNMET_REQUIREMENT;

import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.retrato.api.Component;

/**
 * Describes what could become a plugin, a JAR or a folder with a JAR and the libraries it brings along, as it says itself;
 * none of its classes was loaded.
 *
 * @param id the identifier, as {@code classics}
 * @param version its semantic version, as {@code 1.2.0}
 * @param path the JAR, or the folder that holds its JARs
 * @param jars all its JARs, sorted by name
 * @param main the JAR that is the plugin itself and describes it
 * @param requirement the versions of Retrato that it needs, as {@code >=0.1.0}, or {@code *} for any
 * @param dependencies the plugins that it needs
 * @param description one sentence for people, or empty
 * @param provider who made it, or empty
 * @param license under what terms, or empty
 */
public record Candidate(
        String id,
        String version,
        Path path,
        List<Jar> jars,
        Jar main,
        String requirement,
        List<Dependency> dependencies,
        String description,
        String provider,
        String license) {

    public Candidate {
        jars = List.copyOf(jars);
        dependencies = List.copyOf(dependencies);
    }

    /** Reads a candidate and refuses it for what it says about itself, without regard to others. */
    static Candidate read(Path path, Policy policy) {
        var jars = Folder.jars(path).stream().map(JarReader::read).toList();
        policy.trust().ifPresent(trust -> jars.forEach(jar -> Signatures.require(jar, trust)));
        var main = Folder.main(path, jars);
        var descriptor = new Descriptor(main);
        var candidate = new Candidate(
                descriptor.id(),
                descriptor.version(),
                path,
                jars,
                main,
                descriptor.requirement(),
                descriptor.dependencies(),
                descriptor.text(ManifestPluginDescriptorFinder.PLUGIN_DESCRIPTION),
                descriptor.text(ManifestPluginDescriptorFinder.PLUGIN_PROVIDER),
                descriptor.text(ManifestPluginDescriptorFinder.PLUGIN_LICENSE));
        candidate.check();
        return candidate;
    }

    private void check() {
        if (components().isEmpty()) {
            throw new RefusedException(NO_COMPONENT, "it declares no component", howToDeclare());
        }
        if (!Versions.satisfies(Api.version(), requirement)) {
            throw new RefusedException(
                    UNMET_REQUIREMENT,
                    "%s %s needs Retrato %s, but this is Retrato %s".formatted(id, version, requirement, Api.version()),
                    "install a version of the plugin for this Retrato, or the Retrato it needs");
        }
    }

    private String howToDeclare() {
        var kind = Api.KINDS.getFirst().getName();
        var kinds = Api.KINDS.stream().skip(1).map(Class::getSimpleName).collect(joining(", "));
        return main.module() != null
                ? "declare each in module-info.java, as 'provides " + kind + " with ...' (or " + kinds + ")"
                : "list the class of each in META-INF/services/" + kind + " (or " + kinds + ")";
    }

    /**
     * Returns the names of the classes that it declares as components, in the declared order, by the name of their kind, as
     * {@code org.retrato.api.Loss}; never empty.
     */
    public Map<String, List<String>> components() {
        var components = new LinkedHashMap<String, List<String>>();
        for (var kind : Api.KINDS) {
            var names = jars.stream()
                    .flatMap(jar -> jar.components().getOrDefault(kind.getName(), List.of()).stream())
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                components.put(kind.getName(), names);
            }
        }
        return components;
    }

    /** Returns the names of the modules that it needs and does not bring along; what a flat JAR needs is not known. */
    public Set<String> requiredModules() {
        var modules = jars.stream()
                .map(Jar::module)
                .filter(Objects::nonNull)
                .map(ModuleReference::descriptor)
                .toList();
        var required = new TreeSet<String>();
        for (var module : modules) {
            module.requires().stream()
                    .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                    .map(Requires::name)
                    .forEach(required::add);
        }
        modules.forEach(module -> required.remove(module.name()));
        return required;
    }

    /** Returns the SHA-256 of its JAR in lower-case hexadecimal; that of a folder is of the names and hashes of its JARs. */
    public String sha256() {
        return main.path().equals(path)
                ? main.sha256()
                : Sha256.of(jars.stream()
                        .map(jar -> jar.name() + " " + jar.sha256() + "\n")
                        .collect(joining()));
    }

    /** Returns the id and the version, as {@code classics 1.2.0}. */
    @Override
    public String toString() {
        return id + " " + version;
    }

    /** Returns what belongs to the plugins that it depends on, as far as they have it, and then what belongs to all. */
    <T> List<T> parents(Map<String, T> plugins, T shared) {
        var own = dependencies.stream().map(Dependency::id).map(plugins::get).filter(Objects::nonNull);
        return Stream.concat(own, Stream.of(shared)).distinct().toList();
    }

    Plugin accept(List<Class<? extends Component>> components) {
        return new Plugin(id, version, path, sha256(), description, provider, license, components);
    }

    /** Returns the description in the form of PF4J; components have no life cycle of their own, so no plugin has a class. */
    PluginDescriptor descriptor() {
        var descriptor = new DefaultPluginDescriptor(
                id, description, org.pf4j.Plugin.class.getName(), version, requirement, provider, license);
        dependencies.forEach(dependency -> descriptor.addDependency(new PluginDependency(dependency.toString())));
        return descriptor;
    }
}
