package org.retrato.runtime.catalog;

import java.util.Locale;
import java.util.stream.Stream;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;

/** What a component is for; names are unique within a plugin and a kind. */
public enum Kind {
    ACTIVATION(Activation.class),
    LOSS(Loss.class),
    OPTIMIZER(Optimizer.class),
    SCHEDULE(Schedule.class),
    STYLE(Style.class);

    private final Class<? extends Component> type;

    Kind(Class<? extends Component> type) {
        this.type = type;
    }

    /**
     * Returns the kind of an extension point.
     *
     * @throws IllegalArgumentException if {@code type} is none
     */
    public static Kind of(Class<?> type) {
        return Stream.of(values())
                .filter(kind -> kind.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " is not an extension point"));
    }

    /** Returns whether the type is one of the extension points. */
    static boolean is(Class<?> type) {
        return Stream.of(values()).anyMatch(kind -> kind.type == type);
    }

    /** Returns the extension point that components of this kind implement. */
    public Class<? extends Component> type() {
        return type;
    }

    /** Returns the word for it: {@code optimizer}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the word with its article: {@code an optimizer}. */
    String withArticle() {
        return ("aeiou".indexOf(toString().charAt(0)) >= 0 ? "an " : "a ") + this;
    }
}
