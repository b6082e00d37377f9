package org.retrato.distribution.assembly;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.retrato.distribution.painting.InputException;

/**
 * Finds out which modules of Java JARs need: what their module descriptors require, and the packages of Java that the classes of
 * a JAR without a descriptor name.
 */
final class JavaModules {

    /** The packages that modules of Java export to everybody, by name in the notation of class files. */
    private static final Map<String, String> EXPORTED = ModuleFinder.ofSystem().findAll().stream()
            .map(ModuleReference::descriptor)
            .flatMap(module -> module.exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(exports -> Map.entry(exports.source().replace('.', '/'), module.name())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private JavaModules() {}

    /** Returns the modules that JARs need, each with the JARs that need it. */
    static NavigableMap<String, Set<String>> of(Collection<Path> jars) {
        var modules = new TreeMap<String, Set<String>>();
        for (var jar : jars) {
            for (var module : of(jar)) {
                modules.computeIfAbsent(module, name -> new TreeSet<>())
                        .add(jar.getFileName().toString());
            }
        }
        return modules;
    }

    private static Set<String> of(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry("module-info.class") == null ? named(file) : required(jar);
        } catch (IOException unreadable) {
            throw new InputException(jar + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Set<String> required(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .flatMap(module -> module.descriptor().requires().stream())
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(JarFile file) throws IOException {
        var modules = new TreeSet<String>();
        var classes = new ArrayList<>(file.stream()
                .filter(entry ->
                        entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/"))
                .toList());
        for (var entry : classes) {
            try (var in = file.getInputStream(entry)) {
                var pool = ClassFile.of().parse(in.readAllBytes()).constantPool();
                StreamSupport.stream(pool.spliterator(), false)
                        .filter(ClassEntry.class::isInstance)
                        .map(named -> packageOf(((ClassEntry) named).asInternalName()))
                        .map(EXPORTED::get)
                        .filter(Objects::nonNull)
                        .forEach(modules::add);
            } catch (IllegalArgumentException damaged) {
                throw new InputException(
                        file.getName() + " holds a class that is none, " + entry.getName() + "; build it again",
                        damaged);
            }
        }
        return modules;
    }

    private static String packageOf(String name) {
        var start = name.lastIndexOf('[') + 1;
        start += start > 0 && name.charAt(start) == 'L' ? 1 : 0;
        return name.substring(start, Math.max(start, name.lastIndexOf('/')));
    }
}
