package org.retrato.runtime.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and writes records of a fixed set in the notation of components, as {@code fourier(scale=10,frequencies=128)}.
 *
 * <p>The records keep the rules for components: a constructor without parameters holds the defaults, the compact
 * constructor checks. A parameter may be a number, a boolean, a string or another record of the set.
 *
 * @param <T> what the records have in common; its class name is the word for it in messages
 */
public final class Notation<T> {

    private final Class<T> kind;
    private final Map<String, Class<? extends T>> types;
    private final Scope scope = new FixedScope();

    private Notation(Class<T> kind, Map<String, Class<? extends T>> types) {
        this.kind = kind;
        this.types = Collections.unmodifiableMap(new TreeMap<>(types));
    }

    /** Returns a notation for the records of the given names. */
    public static <T> Notation<T> of(Class<T> kind, Map<String, Class<? extends T>> types) {
        return new Notation<>(kind, types);
    }

    /** Returns the names, sorted. */
    public List<String> names() {
        return List.copyOf(types.keySet());
    }

    /**
     * Returns the parameters of a record.
     *
     * @throws CatalogException if there is none of that name
     */
    public List<Parameter> parameters(String name) {
        return scope.find(kind, name).parameters();
    }

    /**
     * Builds the record that a text describes.
     *
     * @throws CatalogException if the text is wrong; the message says where and what would be right
     */
    public T parse(String text) {
        return kind.cast(new Assembler(scope).read(kind, text));
    }

    /** Writes a record: its name, and what differs from the defaults. */
    public String print(T value) {
        return new Printer(scope).print(value);
    }

    private final class FixedScope implements Scope {

        @Override
        public boolean holds(Class<?> type) {
            return type == kind;
        }

        @Override
        public Blueprint find(Class<?> type, String name) {
            var found = types.get(name);
            if (found == null) {
                throw new CatalogException("unknown " + kind.getSimpleName().toLowerCase(Locale.ROOT) + " '" + name
                        + "'" + Suggestion.after(name, types.keySet()) + "known: " + String.join(", ", types.keySet()));
            }
            return Blueprint.of(found, this::holds);
        }

        @Override
        public String nameOf(Class<?> type) {
            return types.entrySet().stream()
                    .filter(entry -> entry.getValue() == type)
                    .findFirst()
                    .orElseThrow(() -> new CatalogException(type.getName() + " has no name"))
                    .getKey();
        }
    }
}
