package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.runtime.catalog.Samples.plugin;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Name;
import org.retrato.api.Range;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;
import org.retrato.runtime.catalog.Samples.Huber;
import org.retrato.runtime.catalog.Samples.Relu;
import org.retrato.runtime.plugins.Refusal;

final class RefusalTest {

    interface Identity extends Activation {
        @Override
        default Tensor apply(Tensor x) {
            return x;
        }
    }

    static final class NoRecord implements Identity {}

    record NoDefaults(double slope) implements Identity {}

    record BadDefaults(double slope) implements Identity {
        BadDefaults {
            Range.positive("slope", slope);
        }

        BadDefaults() {
            this(-1);
        }
    }

    record BadType(float slope) implements Identity {
        BadType() {
            this(1);
        }
    }

    record NullDefault(String mode) implements Identity {
        NullDefault() {
            this(null);
        }
    }

    record Broken() implements Identity {
        Broken {
            throw new UnsupportedOperationException("not today");
        }
    }

    record Endless(Activation inner) implements Identity {
        Endless() {
            this(new Endless());
        }
    }

    record Snake_case() implements Identity {}

    record Both() implements Identity, Schedule {
        @Override
        public Tensor at(Tensor step, Tensor steps) {
            return step;
        }
    }

    @Name("relu")
    record Twin() implements Identity {}

    @Name("relu")
    record OtherKind() implements Loss {
        @Override
        public Tensor apply(Tensor output, Tensor target) {
            return output;
        }
    }

    record CrossEntropy2() implements Identity {}

    @Test
    void a_class_that_breaks_a_rule_is_refused_with_the_reason() {
        assertThat(reason(NoRecord.class)).isEqualTo("it must be a record");
        assertThat(reason(NoDefaults.class))
                .isEqualTo("it has no constructor without parameters, which would hold the defaults");
        assertThat(reason(BadDefaults.class)).isEqualTo("slope = -1 is out of range; it must be > 0");
        assertThat(reason(BadType.class))
                .isEqualTo("parameter 'slope' has the type float;"
                        + " it must be double, int, long, boolean, String or an extension point");
        assertThat(reason(NullDefault.class)).isEqualTo("parameter 'mode' is null");
        assertThat(reason(Broken.class)).isEqualTo("java.lang.UnsupportedOperationException: not today");
        assertThat(reason(Endless.class)).isEqualTo("java.lang.StackOverflowError");
        assertThat(reason(Snake_case.class))
                .isEqualTo("its name 'snake_case' is not made of lower-case letters, digits and hyphens after a letter;"
                        + " choose one with @Name");
        assertThat(reason(Both.class))
                .isEqualTo("it must be one of Activation, Loss, Optimizer, Schedule and Style,"
                        + " but is [activation, schedule]");
    }

    @Test
    void a_refused_class_costs_no_other() {
        var catalog = Catalog.of(List.of(plugin("mixed", List.of(NoRecord.class, Huber.class))));

        assertThat(catalog.entries()).extracting(Entry::name).containsExactly("huber");
        assertThat(catalog.refusals())
                .extracting(Refusal::toString)
                .containsExactly("mixed.jar [invalid-component]: the component " + NoRecord.class.getName()
                        + " breaks a rule: it must be a record; correct the class; the documentation of"
                        + " org.retrato.api.Component has the rules");
    }

    @Test
    void a_name_is_unique_within_a_plugin_and_a_kind() {
        var catalog = Catalog.of(List.of(plugin("twins", List.of(Relu.class, Twin.class, OtherKind.class))));

        assertThat(catalog.entries()).extracting(Entry::type).containsExactly(Relu.class, OtherKind.class);
        assertThat(reasons(catalog)).containsExactly("its name 'relu' is already that of " + Relu.class.getName());
    }

    @Test
    void a_name_has_a_hyphen_at_each_inner_capital() {
        var catalog = Catalog.of(List.of(plugin("names", List.of(CrossEntropy2.class))));

        assertThat(catalog.entries()).extracting(Entry::name).containsExactly("cross-entropy2");
    }

    private static String reason(Class<? extends Component> type) {
        return reasons(Catalog.of(List.of(plugin("refused", List.of(type))))).getFirst();
    }

    private static List<String> reasons(Catalog catalog) {
        return catalog.refusals().stream()
                .map(Refusal::cause)
                .map(cause -> cause.replaceFirst(".* breaks a rule: ", ""))
                .toList();
    }
}
