package org.retrato.distribution.auditing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges what the references in one plugin can do. */
final class Judge {

    private final CapabilityTable table;
    private final Jdk jdk;
    private final Map<String, List<String>> supertypes = new HashMap<>();
    private final Set<String> names;

    Judge(CapabilityTable table, Jdk jdk, Contents contents) {
        this.table = table;
        this.jdk = jdk;
        this.names = contents.names();
        // where there are several versions of a class, it may have the supertypes of each
        for (var code : contents.classes()) {
            supertypes.computeIfAbsent(code.name(), _ -> new ArrayList<>()).addAll(code.supertypes());
        }
    }

    /** Returns what the code that is referred to can do; a class of the plugin itself is judged where it is. */
    Capability of(Reference reference) {
        var owner = reference.owner();
        return inherited(owner, reference.member())
                .or(() -> table.type(owner))
                .orElse(names.contains(owner) && !jdk.has(owner) ? Capability.MATHEMATICS : Capability.OTHER);
    }

    private Optional<Capability> inherited(String owner, String member) {
        return table.hasMember(member)
                ? withSupertypes(owner).stream()
                        .flatMap(type -> table.member(type, member).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns a class and all its supertypes, the nearer ones first. */
    private Set<String> withSupertypes(String type) {
        var found = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(type));
        while (!next.isEmpty()) {
            var name = next.remove();
            if (found.add(name)) {
                next.addAll(jdk.supertypes(name));
                next.addAll(supertypes.getOrDefault(name, List.of()));
            }
        }
        return found;
    }
}
