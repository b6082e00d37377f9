package org.retrato.runtime.plugins;

import static org.retrato.runtime.plugins.Problem.BROKEN_COMPONENT;
import static org.retrato.runtime.plugins.Problem.ENDLESS;
import static org.retrato.runtime.plugins.Problem.FOREIGN_COMPONENT;
import static org.retrato.runtime.plugins.Problem.INVALID_SERVICES;
import static org.retrato.runtime.plugins.Problem.MISSING_COMPONENT;
import static org.retrato.runtime.plugins.Problem.NATIVE_ACCESS;
import static org.retrato.runtime.plugins.Problem.NOT_A_RECORD;
import static org.retrato.runtime.plugins.Problem.NO_COMPONENT;
import static org.retrato.runtime.plugins.Problem.NO_DEFAULTS;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Component;
import org.retrato.runtime.supervision.ForeignCode;
import org.retrato.runtime.supervision.RunawayException;
import org.retrato.runtime.supervision.Supervision;

/** Finds the components of one plugin by {@link ServiceLoader}, and tries each once: a bad one costs only itself. */
final class Components {

    /** Holds why components, by the hash of their plugin and their class, were never created: to wait again would be in vain. */
    private static final Map<String, RefusedException> NEVER_CREATED = new ConcurrentHashMap<>();

    private final Candidate candidate;
    private final ClassLoader loader;
    private final @Nullable ModuleLayer layer;
    private final Refusals refusals;
    private final Set<Class<? extends Component>> usable = new LinkedHashSet<>();

    private Components(Candidate candidate, ClassLoader loader, @Nullable ModuleLayer layer, Refusals refusals) {
        this.candidate = candidate;
        this.loader = loader;
        this.layer = layer;
        this.refusals = refusals;
    }

    /**
     * Returns the usable components of a plugin, at least one.
     *
     * @param layer where to look for them; null if the plugin is no module
     */
    static List<Class<? extends Component>> of(
            Candidate candidate, ClassLoader loader, @Nullable ModuleLayer layer, Refusals refusals) {
        var components = new Components(candidate, loader, layer, refusals);
        var declared = candidate.components();
        Api.KINDS.stream().filter(kind -> declared.containsKey(kind.getName())).forEach(components::read);
        if (components.usable.isEmpty()) {
            throw new RefusedException(
                    NO_COMPONENT, "none of its components can be used", "see what is said about each of them");
        }
        return new ArrayList<>(components.usable);
    }

    private void read(Class<? extends Component> kind) {
        var providers = (layer == null ? ServiceLoader.load(kind, loader) : ServiceLoader.load(layer, kind))
                .stream().iterator();
        var left = layer == null ? Long.MAX_VALUE : providersIn(layer, kind);
        while (left > 0 && readNext(providers)) {
            left--;
        }
    }

    /** Counts the providers of the layer itself, which are found first; after them come those of its parents. */
    private static long providersIn(ModuleLayer layer, Class<? extends Component> kind) {
        return layer.modules().stream()
                .flatMap(module -> module.getDescriptor().provides().stream())
                .filter(provides -> provides.service().equals(kind.getName()))
                .mapToLong(provides -> provides.providers().size())
                .sum();
    }

    private boolean readNext(Iterator<? extends ServiceLoader.Provider<? extends Component>> providers) {
        try {
            if (!providers.hasNext()) {
                return false;
            }
            usable.add(proven(providers.next().type()));
        } catch (RefusedException refused) {
            refusals.add(candidate.path(), refused);
        } catch (ServiceConfigurationError e) {
            refusals.add(candidate.path(), refused(e));
        } catch (LinkageError | RuntimeException e) {
            refusals.add(candidate.path(), broken("a component cannot be linked", e));
        }
        return true;
    }

    private Class<? extends Component> proven(Class<? extends Component> type) {
        if (!loader.equals(type.getClassLoader())) {
            throw new RefusedException(
                    FOREIGN_COMPONENT,
                    type.getName() + " is declared as a component, but its class is not in this plugin",
                    "declare only classes of the plugin itself");
        }
        if (!type.isRecord()) {
            throw new RefusedException(
                    NOT_A_RECORD,
                    "the component " + type.getName() + " is not a record",
                    "write it as a record, with its hyperparameters as record components");
        }
        var known = NEVER_CREATED.get(key(type));
        if (known != null) {
            throw known;
        }
        try {
            Supervision.call(type, () -> new ComponentFactory().create(type));
            return type;
        } catch (RunawayException endless) {
            var refused = new RefusedException(
                    ENDLESS,
                    "the component " + type.getName() + " cannot be created: " + endless.problem(),
                    endless.remedy());
            NEVER_CREATED.put(key(type), refused);
            throw refused;
        } catch (RuntimeException | Error e) {
            if (e.getCause() instanceof NoSuchMethodException) {
                throw noDefaults(type.getName());
            }
            throw ForeignCode.isDeniedNativeCode(type, e)
                    ? denied(type.getName(), e)
                    : broken("the component " + type.getName() + " cannot be created", e);
        }
    }

    private String key(Class<?> type) {
        return candidate.sha256() + " " + type.getName();
    }

    private static RefusedException refused(ServiceConfigurationError e) {
        var message = String.valueOf(e.getMessage());
        if (e.getCause() instanceof NoSuchMethodException) {
            return noDefaults(message);
        }
        if (message.endsWith(" not found")) {
            return new RefusedException(
                    MISSING_COMPONENT, message, "correct the declaration, or build the JAR with this class");
        }
        return message.contains("META-INF/services")
                ? new RefusedException(
                        INVALID_SERVICES, message, "write one class name on each line, '#' before comments")
                : broken(message, e);
    }

    private static RefusedException noDefaults(String subject) {
        return new RefusedException(
                NO_DEFAULTS,
                subject + " (a component needs its defaults)",
                "make the record public, with a public constructor without arguments that calls this(...) with the defaults");
    }

    private static RefusedException denied(String type, Throwable e) {
        return new RefusedException(
                NATIVE_ACCESS,
                "the component " + type + " calls native code, which its plugin may not: " + Failure.describe(e),
                "if you trust it, grant its id native access, as the guide to plugins says; only a module can have it");
    }

    private static RefusedException broken(String subject, Throwable e) {
        return new RefusedException(
                BROKEN_COMPONENT,
                subject + ": " + Failure.describe(e),
                "correct its constructor, static fields or declaration; the component is ignored until then");
    }
}
