package org.retrato.runtime.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.retrato.api.Component;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.runtime.plugins.Problem;
import org.retrato.runtime.plugins.Refusal;
import org.retrato.runtime.supervision.RunawayException;
import org.retrato.runtime.supervision.Supervision;

/**
 * Holds the components of all plugins, and reads and writes them in the notation {@code huber(delta=0.5)}.
 *
 * <p>A component is found by its plain name where only one plugin offers it, and always by {@code plugin:name}. A
 * catalog never changes; several threads may use it.
 */
public final class Catalog {

    private final List<Entry> entries;
    private final List<Refusal> refusals;
    private final Directory plain;
    private final Directory qualified;

    private Catalog(List<Plugin> plugins, List<Entry> entries, List<Refusal> refusals) {
        this.entries = List.copyOf(entries);
        this.refusals = List.copyOf(refusals);
        var ids = plugins.stream().map(Plugin::id).sorted().toList();
        this.plain = new Directory(ids, this.entries, false);
        this.qualified = new Directory(ids, this.entries, true);
    }

    /** Returns the catalog of what the plugins offer; a component that breaks a rule is refused alone. */
    public static Catalog of(List<Plugin> plugins) {
        var entries = new ArrayList<Entry>();
        var refusals = new ArrayList<Refusal>();
        for (var plugin : plugins) {
            for (var type : plugin.components()) {
                try {
                    entries.add(unique(Supervision.call(type, () -> Entry.of(plugin, type)), entries));
                } catch (RunawayException endless) {
                    refusals.add(new Refusal(
                            Problem.ENDLESS,
                            plugin.path(),
                            "the component " + type.getName() + " cannot be created: " + endless.problem(),
                            endless.remedy()));
                } catch (RuntimeException | LinkageError broken) {
                    refusals.add(refusal(plugin, type, broken));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::kind)
                .thenComparing(Entry::name)
                .thenComparing(entry -> entry.plugin().id()));
        return new Catalog(plugins, entries, refusals);
    }

    private static Entry unique(Entry entry, List<Entry> others) {
        for (var other : others) {
            if (other.kind() == entry.kind() && other.qualifiedName().equals(entry.qualifiedName())) {
                throw new CatalogException("its name '" + entry.name() + "' is already that of "
                        + other.type().getName());
            }
        }
        return entry;
    }

    private static Refusal refusal(Plugin plugin, Class<?> type, Throwable broken) {
        return new Refusal(
                Problem.INVALID_COMPONENT,
                plugin.path(),
                "the component " + type.getName() + " breaks a rule: "
                        + CatalogException.of(broken).getMessage(),
                "correct the class; the documentation of " + Component.class.getName() + " has the rules");
    }

    /** Returns all components, sorted by kind, name and plugin. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the components of a kind, sorted by name and plugin. */
    public List<Entry> entries(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** Returns why components that plugins declare are not in the catalog. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /**
     * Returns the description of a component.
     *
     * @param name {@code adam} or {@code classics:adam}
     * @throws CatalogException if there is no such component, or the name is that of several
     */
    public Entry entry(Kind kind, String name) {
        return plain.entry(kind, name);
    }

    /**
     * Builds a component.
     *
     * @param kind an extension point, as {@code Optimizer.class}
     * @param notation a name with optional hyperparameters, as {@code adam} or {@code classics:adam(learningRate=3e-4)}
     * @return a component without references
     * @throws CatalogException if the notation is wrong; the message says where and what would be right
     */
    public <C extends Component> C get(Class<C> kind, String notation) {
        return supervised(
                notation,
                kind,
                () -> kind.cast(new Assembler(plain).read(Kind.of(kind).type(), notation)));
    }

    /**
     * Returns a component in which every reference is replaced by what it names; the component itself if it has none.
     * What {@link #get} returns has none, but a method of it may: {@code resolve(Schedule.class, style.schedule())}.
     *
     * @param kind an extension point, as {@code Schedule.class}
     * @throws CatalogException if a reference leads nowhere or in a circle
     */
    public <C extends Component> C resolve(Class<C> kind, C component) {
        return supervised(
                component,
                () -> kind.cast(new Assembler(plain).complete(Kind.of(kind).type(), component)));
    }

    /**
     * Writes a component: its name, qualified where the plain one is that of several, and the hyperparameters that
     * differ from the defaults.
     *
     * @throws CatalogException if the component is not from a plugin
     */
    public String notation(Component component) {
        return supervised(component, () -> new Printer(plain).print(component));
    }

    /** Writes a component with all names qualified, so that it means the same whatever else is installed. */
    public String qualifiedNotation(Component component) {
        return supervised(component, () -> new Printer(qualified).print(component));
    }

    /** Writes the default of a hyperparameter as users would. */
    public String defaultOf(Parameter parameter) {
        return supervised(parameter.name(), parameter.type(), () -> new Printer(plain).defaultOf(parameter));
    }

    private static <T> T supervised(Component component, Supplier<T> work) {
        return supervised(component.getClass().getName(), component.getClass(), work);
    }

    /** Works with components, whose constructors, accessors and equality are code of plugins. */
    private static <T> T supervised(String subject, Class<?> owner, Supplier<T> work) {
        try {
            return Supervision.call(owner, work);
        } catch (RunawayException endless) {
            throw CatalogException.of(endless).in(subject + ": ");
        }
    }
}
