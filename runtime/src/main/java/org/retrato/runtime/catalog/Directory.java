package org.retrato.runtime.catalog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds components by name, and says what is wrong with a name that leads nowhere.
 *
 * @param plugins the ids of all plugins, sorted
 * @param entries all components, sorted by kind and name
 * @param qualified whether {@link #nameOf} always gives the name with the plugin
 */
record Directory(List<String> plugins, List<Entry> entries, boolean qualified) implements Scope {

    @Override
    public boolean holds(Class<?> type) {
        return Kind.is(type);
    }

    @Override
    public Blueprint find(Class<?> type, String name) {
        return entry(Kind.of(type), name).blueprint();
    }

    @Override
    public String nameOf(Class<?> type) {
        var entry = entries.stream()
                .filter(candidate -> candidate.type() == type)
                .findFirst()
                .orElseThrow(() -> new CatalogException(type.getName() + " is not offered by any installed plugin"));
        boolean unique = named(entry.kind(), entry.name()).count() == 1;
        return unique && !qualified ? entry.name() : entry.qualifiedName();
    }

    /**
     * Returns the component of a name, plain or qualified.
     *
     * @throws CatalogException if there is none, or more than one
     */
    Entry entry(Kind kind, String name) {
        int colon = name.lastIndexOf(':');
        if (colon < 0) {
            return plainEntry(kind, name);
        }
        var id = name.substring(0, colon);
        var plugin = only(id);
        try {
            return plugin.plainEntry(kind, name.substring(colon + 1));
        } catch (CatalogException unknown) {
            throw unknown.in("plugin '" + id + "': ");
        }
    }

    private Entry plainEntry(Kind kind, String name) {
        var found = named(kind, name).toList();
        return switch (found.size()) {
            case 0 -> throw unknown(kind, name);
            case 1 -> found.getFirst();
            default ->
                throw new CatalogException(kind + " '" + name + "' is offered by several plugins; write "
                        + found.stream().map(Entry::qualifiedName).collect(Collectors.joining(" or ")));
        };
    }

    private Directory only(String id) {
        if (!plugins.contains(id)) {
            throw new CatalogException(
                    "unknown plugin '" + id + "'" + Suggestion.after(id, plugins) + "installed: " + list(plugins));
        }
        return new Directory(
                List.of(id),
                entries.stream().filter(entry -> entry.plugin().id().equals(id)).toList(),
                qualified);
    }

    private Stream<Entry> named(Kind kind, String name) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.name().equals(name));
    }

    private CatalogException unknown(Kind kind, String name) {
        for (var other : Kind.values()) {
            if (named(other, name).findAny().isPresent()) {
                return new CatalogException("'" + name + "' is " + other.withArticle() + ", not " + kind.withArticle());
            }
        }
        var names = entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::name)
                .distinct()
                .toList();
        return new CatalogException(
                "unknown " + kind + " '" + name + "'" + Suggestion.after(name, names) + "installed: " + list(names));
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
