package org.retrato.runtime.catalog;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.retrato.api.Range;
import org.retrato.runtime.supervision.Supervision;

/** Knows how to take records of one class apart and to build them; everything reflective is here. */
record Blueprint(Class<?> type, List<Parameter> parameters) {

    private static final Set<Class<?>> PLAIN = Set.of(double.class, int.class, long.class, boolean.class, String.class);

    /**
     * Reads the parameters of a record class, with the defaults and the ranges that its constructors declare.
     *
     * @param nested which types other than numbers, booleans and strings a parameter may have
     * @throws CatalogException if the class does not keep the rules for components
     */
    static Blueprint of(Class<?> type, Predicate<Class<?>> nested) {
        if (!type.isRecord()) {
            throw new CatalogException("it must be a record");
        }
        var components = type.getRecordComponents();
        for (var component : components) {
            if (!PLAIN.contains(component.getType()) && !nested.test(component.getType())) {
                throw new CatalogException("parameter '" + component.getName() + "' has the type "
                        + component.getType().getSimpleName()
                        + "; it must be double, int, long, boolean, String or an extension point");
            }
        }
        var bare = new Blueprint(type, List.of());
        var defaults = bare.valuesOf(bare.defaultInstance());
        var ranges = Range.declaredBy(() -> bare.create(defaults));
        var parameters = new ArrayList<Parameter>();
        for (int i = 0; i < components.length; i++) {
            var name = components[i].getName();
            var range = ranges.stream().filter(r -> r.parameter().equals(name)).findFirst();
            parameters.add(new Parameter(name, components[i].getType(), defaults.get(i), range.orElse(null)));
        }
        return new Blueprint(type, List.copyOf(parameters));
    }

    /**
     * Builds a record from the values of all its parameters, in their order.
     *
     * @throws CatalogException if its constructor refuses them
     */
    Object create(List<?> values) {
        var types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return invoke(() -> accessible(type.getDeclaredConstructor(types)).newInstance(values.toArray()));
    }

    /** Returns the values of all parameters of a record, in their order. */
    List<Object> valuesOf(Object record) {
        var values = new ArrayList<>();
        for (var component : type.getRecordComponents()) {
            var value = invoke(() -> accessible(component.getAccessor()).invoke(record));
            if (value == null) {
                throw new CatalogException("parameter '" + component.getName() + "' is null");
            }
            values.add(value);
        }
        return values;
    }

    private Object defaultInstance() {
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException absent) {
            throw new CatalogException("it has no constructor without parameters, which would hold the defaults");
        }
        return invoke(() -> accessible(constructor).newInstance());
    }

    private static <T extends AccessibleObject> T accessible(T member) {
        if (!member.trySetAccessible()) {
            throw new CatalogException(
                    "the runtime may not use " + member + "; its package must be open to the runtime");
        }
        return member;
    }

    private interface Invocation {
        Object invoke() throws ReflectiveOperationException;
    }

    private Object invoke(Invocation invocation) {
        return Supervision.call(type, () -> {
            try {
                return invocation.invoke();
            } catch (InvocationTargetException failure) {
                throw CatalogException.of(Objects.requireNonNullElse(failure.getCause(), failure));
            } catch (ReflectiveOperationException | LinkageError failure) {
                throw CatalogException.of(failure);
            }
        });
    }
}
