package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.retrato.activations.Silu;
import org.retrato.activations.Sine;
import org.retrato.api.Component;
import org.retrato.api.Optimizer;
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
import org.retrato.optimizers.Clip;
import org.retrato.optimizers.Lookahead;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.CatalogException;
import org.retrato.runtime.catalog.Entry;
import org.retrato.runtime.catalog.Kind;
import org.retrato.runtime.plugins.Plugin;
import org.retrato.styles.Cubist;
import org.retrato.styles.Realist;

class ArtistsTest {

    private final Catalog catalog = Catalog.of(List.of(
            plugin(
                    "classics",
                    List.of(
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
                            Exponential.class)),
            plugin("optimizers", List.of(Clip.class, Lookahead.class)),
            plugin("styles", List.of(Realist.class, Cubist.class)),
            plugin("activations", List.of(Sine.class, Silu.class))));

    private static Plugin plugin(String id, List<Class<? extends Component>> components) {
        return new Plugin(id, "1.0.0", Path.of(id + ".jar"), "", "", "", "", components);
    }

    private static Choice choice(String styles, String activations, String losses, String optimizers) {
        return Choice.of(styles, activations, losses, optimizers, Optional.empty(), OptionalDouble.empty());
    }

    private Artist artist(Choice choice) {
        var artists = new Artists(catalog).of(choice);
        assertThat(artists).hasSize(choice.count()).hasSize(1);
        return artists.getFirst();
    }

    @Test
    void without_a_choice_the_realist_paints_as_it_is() {
        var artist = artist(choice("", "", "", ""));
        assertThat(artist.title()).isEqualTo("realist");
        assertThat(artist.notation()).isEqualTo("styles:realist");
        assertThat(artist.arguments()).isEqualTo("--style realist");
        assertThat(artist.entries()).extracting(Entry::name).containsExactly("realist");
        assertThat(artist.style().schedule()).isEqualTo(new Cosine());
        assertThat(artist.advice()).isEmpty();
    }

    @Test
    void a_replaced_part_shows_in_the_notation_and_its_own_texts_speak() {
        var artist = artist(choice("realist", "tanh", "", ""));
        assertThat(artist.notation()).isEqualTo("styles:realist(activation=classics:tanh)");
        assertThat(artist.entries()).extracting(Entry::name).containsExactly("tanh", "mse", "adam");
        assertThat(artist.style().optimizer()).as("the rate of the style").isEqualTo(realistOptimizer());
        assertThat(artist.advice()).isEmpty();
    }

    @Test
    void an_activation_that_wants_another_rate_than_the_style_gets_it_and_says_so() {
        var artist = artist(choice("realist", "sine", "", ""));
        assertThat(artist.style().optimizer()).isEqualTo(new Adam(0.0003, 0.9, 0.999, 1e-8));
        assertThat(artist.style().schedule()).isEqualTo(new Cosine());
        assertThat(artist.arguments()).contains("--activation sine", "'adam(learningRate=3e-4)'");
        assertThat(artist.advice().orElseThrow()).startsWith("the learning rate is 0.0003, which suits");
        assertThat(artist(choice("realist", "silu", "", "")).style().optimizer())
                .as("the rate of the style")
                .isEqualTo(realistOptimizer());
        assertThat(artist(choice("realist(optimizer=adam(learningRate=0.5))", "sine", "", ""))
                        .style()
                        .optimizer())
                .isEqualTo(new Adam(0.5, 0.9, 0.999, 1e-8));
    }

    private Optimizer realistOptimizer() {
        return artist(choice("realist", "", "", "")).style().optimizer();
    }

    @Test
    void an_optimizer_without_a_rate_gets_the_one_of_its_combination() {
        var artist = artist(choice("", "tanh", "huber", "sgd"));
        assertThat(artist.style().optimizer()).isEqualTo(new Sgd(2));
        assertThat(artist.notation())
                .isEqualTo("styles:realist(activation=classics:tanh,loss=classics:huber,"
                        + "optimizer=classics:sgd(learningRate=2),schedule=classics:constant)");
        assertThat(artist.advice().orElseThrow()).startsWith("the learning rate is 2, which suits");
    }

    @Test
    void an_optimizer_around_another_gets_the_rate_of_that_one() {
        var artist = artist(choice("", "tanh", "huber", "lookahead(clip(sgd),k=6)"));
        assertThat(artist.style().optimizer()).isEqualTo(new Lookahead(new Clip(new Sgd(2), 1), 6, 0.5));
        assertThat(artist.advice().orElseThrow()).startsWith("the learning rate is 2, which suits");
        assertThat(artist(choice("", "tanh", "huber", "clip(norm=2)")).style().optimizer())
                .isEqualTo(new Clip(new Adam(0.003, 0.9, 0.999, 1e-8), 2));
        assertThat(artist(choice("", "tanh", "huber", "clip(sgd(learningRate=0.1))"))
                        .style()
                        .optimizer())
                .isEqualTo(new Clip(new Sgd(0.1), 1));
    }

    @Test
    void a_rate_beside_the_notation_reaches_the_optimizer_inside() {
        var choice = Choice.of("", "", "", "clip(sgd,norm=2)", Optional.empty(), OptionalDouble.of(0.25));
        assertThat(artist(choice).style().optimizer()).isEqualTo(new Clip(new Sgd(0.25), 2));
    }

    @Test
    void a_schedule_goes_with_the_optimizer_that_it_was_made_for() {
        assertThat(artist(choice("realist", "tanh", "", "")).style().schedule()).isEqualTo(new Cosine());
        assertThat(artist(choice("realist", "", "", "adam")).style().schedule()).isEqualTo(new Constant());
        var choice = Choice.of("realist", "", "", "adam", Optional.of("step"), OptionalDouble.empty());
        assertThat(artist(choice).style().schedule()).isEqualTo(new StepDecay());
    }

    @Test
    void a_rate_that_the_user_writes_stays_even_if_it_is_the_default() {
        assertThat(artist(choice("", "", "", "sgd(learningRate=0.001)")).style().optimizer())
                .isEqualTo(new Sgd());
        assertThat(artist(choice("realist(optimizer=sgd(learningRate=0.001))", "", "", ""))
                        .style()
                        .optimizer())
                .isEqualTo(new Sgd());
    }

    @Test
    void a_rate_beside_the_notation_replaces_any_other_and_keeps_the_rest() {
        var choice = Choice.of(
                "", "", "", "adam(learningRate=1,beta1=0.8)", Optional.of("constant"), OptionalDouble.of(0.25));
        assertThat(artist(choice).style().optimizer()).isEqualTo(new Adam(0.25, 0.8, 0.999, 1e-8));
        assertThat(artist(choice).style().schedule()).isEqualTo(new Constant());
        assertThat(artist(choice).advice()).isEmpty();
    }

    @Test
    void an_optimizer_that_replaces_one_with_a_rate_of_its_own_gets_the_one_of_its_combination() {
        var artist = artist(choice("realist(optimizer=adam(learningRate=0.01))", "tanh", "huber", "sgd"));
        assertThat(artist.style().optimizer()).isEqualTo(new Sgd(2));
    }

    @Test
    void a_rate_or_a_schedule_beside_the_notation_shows_in_title_and_command() {
        var faster = Choice.of("realist", "", "", "", Optional.empty(), OptionalDouble.of(0.25));
        assertThat(artist(faster).title()).isEqualTo("relu · mse · adam(learningRate=0.25)");
        assertThat(artist(faster).arguments())
                .isEqualTo("--activation relu --loss mse --optimizer 'adam(learningRate=0.25)' --schedule cosine");
        var other = Choice.of("realist", "", "", "sgd", Optional.of("step"), OptionalDouble.empty());
        assertThat(artist(other).title()).isEqualTo("relu · mse · sgd · step");
        assertThat(artist(other).arguments()).isEqualTo("--activation relu --loss mse --optimizer sgd --schedule step");
    }

    @Test
    void a_command_keeps_the_default_rate_where_another_is_known() {
        var choice = Choice.of("", "tanh", "huber", "sgd", Optional.empty(), OptionalDouble.of(0.001));
        assertThat(artist(choice).style().optimizer()).isEqualTo(new Sgd());
        assertThat(artist(choice).arguments())
                .isEqualTo("--activation tanh --loss huber --optimizer sgd --learning-rate 0.001");
        assertThat(artist(choice("", "tanh", "huber", "sgd")).arguments())
                .isEqualTo("--activation tanh --loss huber --optimizer sgd");
    }

    @Test
    void all_classics_are_ordered_as_a_matrix_is_read() {
        var choice = choice("", "", "", "").withAllClassics();
        assertThat(choice.isMatrix()).isTrue();
        assertThat(new Artists(catalog).of(choice))
                .hasSize(36)
                .extracting(Artist::title)
                .startsWith(
                        "relu · mse · sgd", "relu · cross-entropy · sgd", "relu · huber · sgd", "sigmoid · mse · sgd")
                .endsWith("tanh · huber · rmsprop");
    }

    @Test
    void several_styles_are_no_matrix() {
        var choice = choice("cubist, realist(optimizer=sgd)", "", "", "");
        assertThat(choice.isMatrix()).isFalse();
        assertThat(new Artists(catalog).of(choice))
                .extracting(Artist::title)
                .containsExactly("cubist", "realist(optimizer=sgd)");
    }

    @Test
    void the_next_style_is_called_by_a_name_that_is_its_own() {
        var artist = artist(choice("realist", "", "", ""));
        var styles = catalog.entries(Kind.STYLE);
        assertThat(Solo.another(styles, artist)).hasValue("cubist");
        assertThat(Solo.another(
                        styles.stream().filter(artist.entries()::contains).toList(), artist))
                .isEmpty();
        assertThat(Solo.another(List.of(), artist)).isEmpty();
        var namesakes =
                Catalog.of(List.of(plugin("styles", List.of(Cubist.class)), plugin("others", List.of(Cubist.class))));
        assertThat(Solo.another(namesakes.entries(Kind.STYLE), artist)).hasValue("others:cubist");
    }

    @Test
    void a_wrong_name_is_said_before_anything_is_painted() {
        assertThatThrownBy(() -> new Artists(catalog).of(choice("", "", "", "adam,adm")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("did you mean 'adam'?");
    }
}
