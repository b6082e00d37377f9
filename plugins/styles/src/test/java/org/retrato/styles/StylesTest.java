package org.retrato.styles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Component;
import org.retrato.api.Reference;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.classics.Adam;
import org.retrato.classics.Constant;
import org.retrato.classics.Cosine;
import org.retrato.classics.CrossEntropy;
import org.retrato.classics.Exponential;
import org.retrato.classics.Huber;
import org.retrato.classics.Momentum;
import org.retrato.classics.Mse;
import org.retrato.classics.Relu;
import org.retrato.classics.Rmsprop;
import org.retrato.classics.Sgd;
import org.retrato.classics.Sigmoid;
import org.retrato.classics.StepDecay;
import org.retrato.classics.Tanh;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.plugins.Plugin;

class StylesTest {

    private static final List<Class<? extends Component>> CLASSICS = List.of(
            Relu.class,
            Sigmoid.class,
            Tanh.class,
            Mse.class,
            CrossEntropy.class,
            Huber.class,
            Sgd.class,
            Momentum.class,
            Adam.class,
            Rmsprop.class,
            Constant.class,
            Cosine.class,
            StepDecay.class,
            Exponential.class);

    private static final List<Class<? extends Component>> STYLES = List.of(
            Classicist.class, Cubist.class, Expressionist.class, Impressionist.class, PopArt.class, Realist.class);

    private final Catalog catalog = Catalog.of(List.of(plugin("classics", CLASSICS), plugin("styles", STYLES)));

    private static Plugin plugin(String id, List<Class<? extends Component>> components) {
        return new Plugin(id, "1.0.0", Path.of(id + ".jar"), "", "", "", "", components);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classicist", "cubist", "expressionist", "impressionist", "pop-art", "realist"})
    void a_style_is_made_of_classics_and_explained_in_both_languages(String name) {
        var style = catalog.get(Style.class, name);
        var schedule = catalog.resolve(Schedule.class, style.schedule());

        assertThat(List.of(style.activation(), style.loss(), style.optimizer(), schedule))
                .noneMatch(Reference.class::isInstance)
                .allMatch(part -> CLASSICS.contains(part.getClass()));
        assertThat(catalog.notation(style)).isEqualTo(name);
        var entry = catalog.entry(Kind.STYLE, name);
        var english = entry.texts(Locale.ENGLISH);
        var spanish = entry.texts(Locale.of("es"));
        assertThat(english.description()).isPresent();
        assertThat(english.artist()).isPresent();
        assertThat(spanish.description()).isPresent().isNotEqualTo(english.description());
        assertThat(spanish.artist()).isPresent().isNotEqualTo(english.artist());
    }
}
