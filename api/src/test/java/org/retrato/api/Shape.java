package org.retrato.api;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The api in lines of text, each of which says by itself what it is about: types, members, annotations, generics. */
record Shape(List<String> lines) {

    static Shape ofTheBuild() throws IOException {
        var lines = new ArrayList<String>();
        var module = ModuleFinder.of(Built.classes())
                .find("org.retrato.api")
                .orElseThrow()
                .descriptor();
        lines.add("module " + module.name());
        module.exports().stream()
                .map(exported -> "module exports " + exported)
                .sorted()
                .forEach(lines::add);
        module.requires().stream()
                .map(required -> "module requires " + required.modifiers() + " " + required.name())
                .sorted()
                .forEach(lines::add);
        for (var type : Built.types()) {
            lines.add("");
            lines.add(line(type, header(type)));
            members(type).sorted().forEach(lines::add);
        }
        return new Shape(List.copyOf(lines));
    }

    private static String header(Class<?> type) {
        var text = new StringBuilder(type.toGenericString());
        if (type.isRecord()) {
            text.append(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::toString)
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        var parents =
                Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()));
        append(text, " extends ", parents.map(Type::getTypeName));
        if (type.isSealed()) {
            append(text, " permits ", Stream.of(type.getPermittedSubclasses()).map(Class::getName));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String word, Stream<String> names) {
        var joined = names.collect(Collectors.joining(", "));
        if (!joined.isEmpty()) {
            text.append(word).append(joined);
        }
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors(), type.getDeclaredFields(), type.getDeclaredMethods())
                .<Member>flatMap(Stream::of)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .filter(member -> !member.isSynthetic())
                .map(member -> line((AnnotatedElement) member, text(member)));
    }

    private static String text(Member member) {
        return member instanceof Executable executable ? executable.toGenericString() : member.toString();
    }

    /** Returns the text, preceded by its annotations, without the packages that everybody knows. */
    private static String line(AnnotatedElement element, String text) {
        var annotations = Stream.of(element.getAnnotations())
                .map(annotation -> annotation + " ")
                .sorted()
                .collect(Collectors.joining());
        return (annotations + text).replaceAll("\\b(org\\.retrato\\.api|java\\.lang(\\.annotation)?)\\.(?=[A-Z])", "");
    }
}
