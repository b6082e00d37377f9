package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retrato.runtime.catalog.Samples.plugin;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.runtime.catalog.Samples.Adam;
import org.retrato.runtime.catalog.Samples.Back;
import org.retrato.runtime.catalog.Samples.Constant;
import org.retrato.runtime.catalog.Samples.Forth;
import org.retrato.runtime.catalog.Samples.Huber;
import org.retrato.runtime.catalog.Samples.Impressionist;
import org.retrato.runtime.catalog.Samples.Lookahead;
import org.retrato.runtime.catalog.Samples.Relu;
import org.retrato.runtime.catalog.Samples.Sgd;

final class ReferenceTest {

    private final Catalog catalog = Samples.catalog();

    @Test
    void the_parts_of_a_style_are_what_its_references_name() {
        assertThat(catalog.get(Style.class, "impressionist"))
                .isEqualTo(new Impressionist(new Relu(), new Huber(0.1), new Lookahead(new Adam(1e-3, 0.8, false), 5)));
    }

    @Test
    void a_part_of_a_style_can_be_replaced() {
        var style = catalog.get(Style.class, "impressionist(optimizer=sgd)");

        assertThat(style).isEqualTo(new Impressionist(new Relu(), new Huber(0.1), new Sgd()));
        assertThat(catalog.notation(style)).isEqualTo("impressionist(optimizer=sgd)");
    }

    @Test
    void a_component_made_in_code_is_completed_by_the_catalog() {
        assertThat(catalog.resolve(Style.class, new Impressionist()))
                .isEqualTo(catalog.get(Style.class, "impressionist"));
        assertThat(catalog.resolve(Schedule.class, Schedule.of("constant"))).isEqualTo(new Constant());
    }

    @Test
    void a_component_without_references_stays_the_same() {
        var optimizer = new Lookahead(new Sgd(), 3);

        assertThat(catalog.resolve(Optimizer.class, optimizer)).isSameAs(optimizer);
    }

    @Test
    void references_that_are_the_defaults_are_not_written() {
        assertThat(catalog.notation(new Impressionist())).isEqualTo("impressionist");
        assertThat(catalog.notation(catalog.get(Style.class, "impressionist"))).isEqualTo("impressionist");
    }

    @Test
    void a_reference_that_leads_nowhere_names_its_style_and_what_is_missing() {
        assertThatThrownBy(() -> catalog.get(Style.class, "lost"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("optimizer of lost: unknown optimizer 'adan'; did you mean 'adam'?"
                        + " installed: adam, lookahead, sgd");
    }

    @Test
    void a_style_with_a_lost_reference_is_listed_and_works_when_the_part_is_given() {
        var lost = catalog.entry(Kind.STYLE, "lost");

        assertThat(lost.parameters()).extracting(catalog::defaultOf).containsExactly("relu", "huber", "adan");
        assertThat(catalog.notation(catalog.get(Style.class, "lost(optimizer=adam)")))
                .isEqualTo("lost(optimizer=adam)");
    }

    @Test
    void references_in_a_circle_are_refused_with_the_circle() {
        var circular = Catalog.of(List.of(plugin("circular", List.of(Forth.class, Back.class, Sgd.class))));

        assertThatThrownBy(() -> circular.get(Optimizer.class, "forth"))
                .isInstanceOf(CatalogException.class)
                .hasMessageEndingWith(
                        "references go in a circle: optimizer 'back' → optimizer 'forth' → optimizer 'back'");
        assertThat(circular.get(Optimizer.class, "forth(inner=back(inner=sgd))"))
                .isEqualTo(new Forth(new Back(new Sgd())));
    }
}
