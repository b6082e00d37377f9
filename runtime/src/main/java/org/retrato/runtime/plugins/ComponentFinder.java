package org.retrato.runtime.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pf4j.ExtensionDescriptor;
import org.pf4j.ExtensionFinder;
import org.pf4j.ExtensionWrapper;

/** Shows PF4J the components of the accepted plugins as its extensions. */
final class ComponentFinder implements ExtensionFinder {

    private final Map<String, Plugin> accepted;

    ComponentFinder(Map<String, Plugin> accepted) {
        this.accepted = accepted;
    }

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type) {
        return accepted.keySet().stream().flatMap(id -> find(type, id).stream()).toList();
    }

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type, String id) {
        return components(id)
                .filter(type::isAssignableFrom)
                .map(ComponentFinder::<T>extension)
                .toList();
    }

    @Override
    @SuppressWarnings("rawtypes") // as PF4J declares it
    public List<ExtensionWrapper> find(String id) {
        return components(id).<ExtensionWrapper>map(ComponentFinder::extension).toList();
    }

    @Override
    public Set<String> findClassNames(String id) {
        return components(id).map(Class::getName).collect(Collectors.toSet());
    }

    private Stream<? extends Class<?>> components(String id) {
        return Stream.ofNullable(accepted.get(id)).flatMap(plugin -> plugin.components().stream());
    }

    private static <T> ExtensionWrapper<T> extension(Class<?> type) {
        return new ExtensionWrapper<>(new ExtensionDescriptor(0, type), new ComponentFactory());
    }
}
