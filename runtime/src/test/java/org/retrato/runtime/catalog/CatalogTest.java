package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retrato.runtime.catalog.Samples.plugin;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.runtime.catalog.Samples.Adam;
import org.retrato.runtime.catalog.Samples.OtherAdam;
import org.retrato.runtime.catalog.Samples.Sgd;

final class CatalogTest {

    private final Catalog catalog = Samples.catalog();

    @Test
    void a_component_is_found_by_its_plain_and_by_its_qualified_name() {
        assertThat(catalog.get(Optimizer.class, "adam")).isEqualTo(new Adam());
        assertThat(catalog.get(Optimizer.class, "classics:adam")).isEqualTo(new Adam());
        assertThat(catalog.entry(Kind.OPTIMIZER, "adam").qualifiedName()).isEqualTo("classics:adam");
    }

    @Test
    void components_are_listed_by_kind_and_name() {
        assertThat(catalog.entries())
                .extracting(Entry::qualifiedName)
                .containsExactly(
                        "classics:noted2",
                        "classics:relu",
                        "classics:huber",
                        "classics:adam",
                        "classics:lookahead",
                        "classics:sgd",
                        "styles:constant",
                        "styles:impressionist",
                        "styles:lost");
        assertThat(catalog.entries(Kind.LOSS)).extracting(Entry::name).containsExactly("huber");
        assertThat(catalog.refusals()).isEmpty();
    }

    @Test
    void a_parameter_has_a_type_a_default_and_the_range_that_its_constructor_checks() {
        var adam = catalog.entry(Kind.OPTIMIZER, "adam").parameters();

        assertThat(adam).extracting(Parameter::name).containsExactly("learningRate", "beta1", "amsgrad");
        assertThat(adam).extracting(Parameter::type).containsExactly(double.class, double.class, boolean.class);
        assertThat(adam).extracting(Parameter::defaultValue).containsExactly(1e-3, 0.9, false);
        assertThat(adam)
                .extracting(parameter -> String.valueOf(parameter.range()))
                .containsExactly("> 0", "in [0, 1)", "null");
    }

    @Test
    void the_ranges_of_a_nested_default_are_not_those_of_its_owner() {
        var lookahead = catalog.entry(Kind.OPTIMIZER, "lookahead").parameters();

        assertThat(lookahead)
                .extracting(parameter -> String.valueOf(parameter.range()))
                .containsExactly("null", ">= 1");
        assertThat(lookahead).extracting(catalog::defaultOf).containsExactly("adam", "5");
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest_and_all_that_are_installed() {
        assertRefused(
                () -> catalog.get(Optimizer.class, "adm"),
                "unknown optimizer 'adm'; did you mean 'adam'? installed: adam, lookahead, sgd");
        assertRefused(
                () -> catalog.get(Optimizer.class, "Sdg"),
                "unknown optimizer 'Sdg'; did you mean 'sgd'? installed: adam, lookahead, sgd");
        assertRefused(
                () -> catalog.get(Optimizer.class, "rmsprop"),
                "unknown optimizer 'rmsprop'; installed: adam, lookahead, sgd");
        assertRefused(() -> Catalog.of(List.of()).get(Loss.class, "huber"), "unknown loss 'huber'; installed: none");
    }

    @Test
    void a_name_of_another_kind_is_refused_as_such() {
        assertRefused(() -> catalog.entry(Kind.ACTIVATION, "adam"), "'adam' is an optimizer, not an activation");
        assertRefused(() -> catalog.entry(Kind.STYLE, "huber"), "'huber' is a loss, not a style");
    }

    @Test
    void an_unknown_qualified_name_says_whether_the_plugin_or_the_name_is_wrong() {
        assertRefused(
                () -> catalog.get(Optimizer.class, "clasics:adam"),
                "unknown plugin 'clasics'; did you mean 'classics'? installed: classics, styles");
        assertRefused(
                () -> catalog.get(Optimizer.class, "classics:adm"),
                "plugin 'classics': unknown optimizer 'adm'; did you mean 'adam'? installed: adam, lookahead, sgd");
        assertRefused(
                () -> catalog.get(Optimizer.class, "styles:adam"),
                "plugin 'styles': unknown optimizer 'adam'; installed: none");
    }

    @Test
    void a_name_of_two_plugins_must_be_qualified() {
        var crowded = Catalog.of(
                List.of(plugin("classics", List.of(Adam.class, Sgd.class)), plugin("acme", List.of(OtherAdam.class))));

        assertRefused(
                () -> crowded.get(Optimizer.class, "adam"),
                "optimizer 'adam' is offered by several plugins; write acme:adam or classics:adam");
        assertThat(crowded.get(Optimizer.class, "acme:adam")).isEqualTo(new OtherAdam());
        assertThat(crowded.notation(new Adam())).isEqualTo("classics:adam");
        assertThat(crowded.notation(new OtherAdam(0.5))).isEqualTo("acme:adam(learningRate=0.5)");
        assertThat(crowded.notation(new Sgd())).isEqualTo("sgd");
        assertRefused(
                () -> crowded.get(Optimizer.class, "adm"),
                "unknown optimizer 'adm'; did you mean 'adam'? installed: adam, sgd");
    }

    @Test
    void only_an_extension_point_can_be_asked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.get(Component.class, "adam"))
                .withMessage("org.retrato.api.Component is not an extension point");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(CatalogException.class).hasMessage(message);
    }
}
