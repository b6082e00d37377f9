package org.retrato.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
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

    /** Returns a line for each break, as {@code Tensor.abs(): method removed}. */
    static List<String> breaks(Path released, Path built) {
        var options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        return new JarArchiveComparator(options)
                .compare(archive(released), archive(built)).stream()
                        .flatMap(Comparison::breaks)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static JApiCmpArchive archive(Path jar) {
        return new JApiCmpArchive(jar.toFile(), "");
    }

    private static Stream<String> breaks(JApiClass type) {
        var name = type.getFullyQualifiedName().replaceFirst("^org\\.retrato\\.api\\.", "");
        var own = Stream.concat(Stream.of(type), type.getInterfaces().stream());
        return Stream.of(
                        lines(type, own, _ -> name),
                        lines(type, Stream.of(type.getSuperclass()), _ -> name),
                        lines(type, type.getFields().stream(), field -> name + "." + field.getName()),
                        lines(
                                type,
                                type.getConstructors().stream(),
                                constructor -> name + parameters(constructor.getParameters())),
                        lines(
                                type,
                                type.getMethods().stream(),
                                method -> name + "." + method.getName() + parameters(method.getParameters())))
                .flatMap(Function.identity());
    }

    private static <E extends JApiCompatibility> Stream<String> lines(
            JApiClass type, Stream<? extends E> elements, Function<E, String> name) {
        return elements.flatMap(element -> element.getCompatibilityChanges().stream()
                .filter(change -> breaks(type, change))
                .map(change -> name.apply(element) + ": "
                        + change.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private static boolean breaks(JApiClass type, JApiCompatibilityChange change) {
        if (IMPLEMENTED_BY_THE_RUNTIME.contains(type.getFullyQualifiedName()) && GROWTH.contains(change.getType())) {
            return false;
        }
        return !change.isBinaryCompatible() || !change.isSourceCompatible();
    }

    private static String parameters(List<JApiParameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getType().replaceFirst("^.*\\.(?=\\w)", ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
