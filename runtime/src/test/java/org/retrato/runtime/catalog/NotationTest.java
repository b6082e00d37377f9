package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Range;
import org.retrato.api.Tensor;
import org.retrato.runtime.catalog.Samples.Adam;
import org.retrato.runtime.catalog.Samples.Lookahead;
import org.retrato.runtime.catalog.Samples.Noted;
import org.retrato.runtime.catalog.Samples.Relu;
import org.retrato.runtime.catalog.Samples.Sgd;

final class NotationTest {

    private final Catalog catalog = Samples.catalog();

    @Test
    void what_is_not_given_has_its_default() {
        assertThat(catalog.get(Optimizer.class, "adam(beta1=0.5)")).isEqualTo(new Adam(1e-3, 0.5, false));
        assertThat(catalog.get(Optimizer.class, "adam()")).isEqualTo(new Adam());
    }

    @Test
    void components_nest() {
        assertThat(catalog.get(Optimizer.class, "lookahead(inner=adam(learningRate=3e-4),k=6)"))
                .isEqualTo(new Lookahead(new Adam(3e-4, 0.9, false), 6));
        assertThat(catalog.get(Optimizer.class, "classics:lookahead(inner=classics:sgd)"))
                .isEqualTo(new Lookahead(new Sgd(), 5));
    }

    @Test
    void the_one_component_within_another_needs_no_name() {
        assertThat(catalog.get(Optimizer.class, "lookahead(adam(learningRate=3e-4),k=6)"))
                .isEqualTo(new Lookahead(new Adam(3e-4, 0.9, false), 6));
        assertThat(catalog.get(Optimizer.class, "lookahead(lookahead(k=2, classics:sgd))"))
                .isEqualTo(new Lookahead(new Lookahead(new Sgd(), 2), 5));
    }

    @Test
    void blanks_may_stand_anywhere_between_words() {
        assertThat(catalog.get(Optimizer.class, " lookahead ( inner = adam ( amsgrad = true ) ,\n k = 6 ) "))
                .isEqualTo(new Lookahead(new Adam(1e-3, 0.9, true), 6));
    }

    @Test
    void strings_are_quoted_only_where_they_need_it() {
        assertThat(catalog.notation(new Noted("fine/ink-2", 1))).isEqualTo("noted2(note=fine/ink-2)");
        assertThat(catalog.notation(new Noted("", 1))).isEqualTo("noted2(note=\"\")");
        assertThat(catalog.notation(new Noted("a \"b\" \\ (c,d)", 1)))
                .isEqualTo("noted2(note=\"a \\\"b\\\" \\\\ (c,d)\")");
        assertThat(catalog.get(Activation.class, "noted2(note=\"a \\\"b\\\" \\\\ (c,d)\")"))
                .isEqualTo(new Noted("a \"b\" \\ (c,d)", 1));
    }

    @Test
    void only_what_differs_from_the_defaults_is_written_in_the_order_of_declaration() {
        assertThat(catalog.notation(new Relu())).isEqualTo("relu");
        assertThat(catalog.notation(new Adam(0.01, 0.9, true))).isEqualTo("adam(learningRate=0.01,amsgrad=true)");
        assertThat(catalog.notation(new Lookahead(new Adam(), 6))).isEqualTo("lookahead(k=6)");
        assertThat(catalog.notation(new Lookahead(new Sgd(1), 5))).isEqualTo("lookahead(inner=sgd(learningRate=1))");
    }

    @Test
    void a_qualified_notation_qualifies_all_names() {
        assertThat(catalog.qualifiedNotation(new Lookahead(new Sgd(0.5), 5)))
                .isEqualTo("classics:lookahead(inner=classics:sgd(learningRate=0.5))");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "1e-8, 1e-8",
        "3, 3",
        "3e-4, 3e-4",
        "0.001, 0.001",
        "1234567, 1234567",
        "1e7, 1e7",
        "1.25e-10, 1.25e-10",
        "+.5E+0, 0.5",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void numbers_are_written_in_their_shortest_form(String read, String written) {
        assertThat(catalog.notation(catalog.get(Loss.class, "huber(delta=" + read + ")")))
                .isEqualTo("huber(delta=" + written + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "Infinity", "-Infinity", "NaN"})
    void numbers_that_are_no_ordinary_ones_are_kept(String number) {
        var notation = "sgd(learningRate=" + number + ")";

        assertThat(catalog.notation(catalog.get(Optimizer.class, notation))).isEqualTo(notation);
    }

    @Test
    void a_component_that_no_plugin_offers_has_no_notation() {
        record Homemade() implements Loss {
            @Override
            public Tensor apply(Tensor output, Tensor target) {
                return output;
            }
        }

        assertThatThrownBy(() -> catalog.notation(new Homemade()))
                .isInstanceOf(CatalogException.class)
                .hasMessage(Homemade.class.getName() + " is not offered by any installed plugin");
    }

    interface Encoding {}

    record Fourier(double scale, int frequencies) implements Encoding {
        Fourier {
            Range.positive("scale", scale);
        }

        Fourier() {
            this(10, 128);
        }
    }

    record None() implements Encoding {}

    @Test
    void records_of_the_runtime_have_a_notation_of_their_own() {
        var encodings = Notation.of(Encoding.class, Map.of("fourier", Fourier.class, "none", None.class));

        assertThat(encodings.names()).containsExactly("fourier", "none");
        assertThat(encodings.parameters("fourier")).extracting(Parameter::name).containsExactly("scale", "frequencies");
        assertThat(encodings.parse("fourier(scale=5)")).isEqualTo(new Fourier(5, 128));
        assertThat(encodings.parse("none")).isEqualTo(new None());
        assertThat(encodings.print(new Fourier(10, 64))).isEqualTo("fourier(frequencies=64)");
        assertThatThrownBy(() -> encodings.parse("fourir"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("unknown encoding 'fourir'; did you mean 'fourier'? known: fourier, none");
        assertThatThrownBy(() -> encodings.parse("fourier(scale=0)"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("fourier: scale = 0 is out of range; it must be > 0");
    }
}
