package org.retrato.distribution.auditing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows the classes of the JDK without loading any. */
final class Jdk {

    private final Map<String, ModuleReference> modules = new HashMap<>();
    private final Map<String, List<String>> supertypes = new HashMap<>();

    Jdk() {
        for (var module : ModuleFinder.ofSystem().findAll()) {
            module.descriptor().packages().forEach(name -> modules.put(name, module));
        }
    }

    /** Returns whether a class is in a package of the JDK. */
    boolean has(String type) {
        return modules.containsKey(packageOf(type));
    }

    /** Returns what a class of the JDK extends and implements; nothing if there is no such class. */
    List<String> supertypes(String type) {
        return supertypes.computeIfAbsent(type, this::read);
    }

    private List<String> read(String type) {
        var module = modules.get(packageOf(type));
        if (module == null) {
            return List.of();
        }
        try (var reader = module.open()) {
            var path = Code.path(type);
            return reader.read(path)
                    .map(bytes -> Code.read("", path, copy(bytes)).supertypes())
                    .orElse(List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (IllegalArgumentException _) {
            return List.of(); // no class can have this name
        }
    }

    private static byte[] copy(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
