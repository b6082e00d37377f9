package org.retrato.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a plugin that was compiled against one api would miss in another, or could not be compiled against it again. */
final class Comparison {

    /** The runtime alone implements these, so that what is new in them breaks no plugin. */
    private static final Set<String> IMPLEMENTED_BY_THE_RUNTIME =
            Stream.of(Tensor.class, Step.class, Layer.class).map(Class::getName).collect(Collectors.toSet());

    private static final Set<JApiCompatibilityChangeType> GROWTH = Set.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT);

    private Comparison() {}

    /** A type or member, and the name that people know it by. */
    private record Part(String name, JApiCompatibility compared) {}

    /** Returns a line for each break, as {@code Tensor.abs(): method removed}. */
    static List<String> breaks(Path released, Path built) {
        var options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        var breaks = new TreeSet<String>();
        for (var type : new JarArchiveComparator(options).compare(archive(released), archive(built))) {
            for (var part : parts(type)) {
                part.compared().getCompatibilityChanges().stream()
                        .filter(change -> isBreak(type, change))
                        .map(change -> part.name() + ": " + words(change))
                        .forEach(breaks::add);
            }
        }
        return List.copyOf(breaks);
    }

    private static JApiCmpArchive archive(Path jar) {
        return new JApiCmpArchive(jar.toFile(), "");
    }

    private static List<Part> parts(JApiClass type) {
        var name = type.getFullyQualifiedName().replaceFirst("^org\\.retrato\\.api\\.", "");
        var parts = new ArrayList<Part>();
        parts.add(new Part(name, type));
        parts.add(new Part(name, type.getSuperclass()));
        type.getInterfaces().forEach(parent -> parts.add(new Part(name, parent)));
        type.getFields().forEach(field -> parts.add(new Part(name + "." + field.getName(), field)));
        type.getConstructors().forEach(constructor -> parts.add(new Part(name + parameters(constructor), constructor)));
        type.getMethods()
                .forEach(method -> parts.add(new Part(name + "." + method.getName() + parameters(method), method)));
        return parts;
    }

    private static boolean isBreak(JApiClass type, JApiCompatibilityChange change) {
        if (IMPLEMENTED_BY_THE_RUNTIME.contains(type.getFullyQualifiedName()) && GROWTH.contains(change.getType())) {
            return false;
        }
        return !change.isBinaryCompatible() || !change.isSourceCompatible();
    }

    private static String words(JApiCompatibilityChange change) {
        return change.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String parameters(JApiBehavior called) {
        return called.getParameters().stream()
                .map(parameter -> parameter.getType().replaceFirst("^.*\\.(?=\\w)", ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
