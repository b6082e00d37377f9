package org.retrato.distribution.auditing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Knows what classes and members of the JDK, and of the API, can do: it is a list of names in {@code capabilities.txt}. */
final class CapabilityTable {

    /** Holds for the classes of one package whose names end alike. */
    private record Ending(String packageName, String end, Capability capability) {

        boolean matches(String type) {
            return type.startsWith(packageName)
                    && type.endsWith(end)
                    && type.lastIndexOf('.') == packageName.length() - 1;
        }
    }

    private final Map<String, Capability> exact = new HashMap<>();
    private final Map<String, Capability> packages = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Set<String> members = new HashSet<>();

    private CapabilityTable() {}

    /** Reads the table. */
    static CapabilityTable read() {
        var table = new CapabilityTable();
        var capability = Capability.MATHEMATICS;
        for (var line : text().lines().filter(line -> !line.isBlank()).toList()) {
            if (line.strip().startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                for (var name : line.strip().split(" +")) {
                    table.add(name, capability);
                }
            } else {
                capability = Capability.of(line.strip());
            }
        }
        return table;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(CapabilityTable.class.getResourceAsStream("capabilities.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(String name, Capability capability) {
        var star = name.indexOf('*');
        if (name.endsWith(".*")) {
            packages.put(name.substring(0, name.length() - 2), capability);
        } else if (star >= 0) {
            endings.add(new Ending(name.substring(0, star), name.substring(star + 1), capability));
        } else {
            exact.put(name, capability);
            if (name.contains("#")) {
                members.add(name.substring(name.indexOf('#') + 1));
            }
        }
    }

    /** Returns all names of classes and members, for a test that they exist. */
    Set<String> names() {
        return exact.keySet();
    }

    /** Returns whether any class has an entry of its own for a member of this name. */
    boolean hasMember(String member) {
        return members.contains(member);
    }

    /** Returns what a member of a class can do if that is said of it alone. */
    Optional<Capability> member(String type, String member) {
        return Optional.ofNullable(exact.get(type + "#" + member));
    }

    /** Returns what a class can do, as {@code java.util.Map$Entry}, if it or what it is in is known. */
    Optional<Capability> type(String type) {
        for (var name = type; !name.isEmpty(); name = outside(name, '$')) {
            var capability = exact.get(name);
            if (capability != null) {
                return Optional.of(capability);
            }
        }
        for (var ending : endings) {
            if (ending.matches(type)) {
                return Optional.of(ending.capability());
            }
        }
        for (var name = outside(type, '.'); !name.isEmpty(); name = outside(name, '.')) {
            var capability = packages.get(name);
            if (capability != null) {
                return Optional.of(capability);
            }
        }
        return Optional.empty();
    }

    private static String outside(String name, char separator) {
        return name.substring(0, Math.max(0, name.lastIndexOf(separator)));
    }
}
