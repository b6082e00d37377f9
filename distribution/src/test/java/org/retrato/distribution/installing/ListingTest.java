package org.retrato.distribution.installing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retrato.distribution.installing.SampleJar.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.home.Settings;
import org.retrato.runtime.plugins.Problem;

/** Lists and verifies plugins in every state. */
class ListingTest {

    private static final Settings LOCKED =
            new Settings("atelier", "1.0.0", Settings.DEFAULT.styles(), true, false, Set.of(), false);

    @TempDir
    private Path folder;

    @Test
    void each_plugin_is_listed_with_its_state() throws IOException {
        var atelier = inDisorder();

        assertThat(Listing.lines(atelier.home()))
                .containsExactly(
                        "id       version  components  state                                file               from",
                        "brushes  1.0.0    1           ok                                   brushes-1.0.0.jar  b.jar",
                        "easel    1.0.0    1           changed                              first-0.jar        -",
                        "frame    1.0.0    1           not in the lock                      frame.jar          -",
                        "hairs    1.0.0    1           refused: missing-dependency          first-2.jar        -",
                        "-        -        -           not in the lock, refused: not-a-jar  text.jar           -",
                        "-        -        -           missing                              first-1.jar        -");
    }

    @Test
    void each_deviation_and_each_refusal_is_named_with_what_to_do() throws IOException {
        var verification = Verification.of(inDisorder().home());

        assertThat(verification.isLocked(Settings.DEFAULT)).isFalse();
        assertThat(verification.refused())
                .extracting(refusal -> refusal.problem())
                .containsExactly(Problem.MISSING_DEPENDENCY, Problem.NOT_A_JAR);
        assertThat(verification.lines())
                .contains(
                        "plugins/first-0.jar was changed: it is not what retrato.lock says",
                        "plugins/first-1.jar is missing: retrato.lock lists it",
                        "plugins/frame.jar was added: it is not in retrato.lock",
                        "refused    plugins/text.jar  [not-a-jar]",
                        "2 files as retrato.lock says, 4 not",
                        "3 plugins accepted, 2 refused");
    }

    @Test
    void all_is_well_where_all_is_as_the_lock_says() throws IOException {
        var verification =
                Verification.of(Atelier.in(folder, plugin("brushes", "1.0.0")).home());

        assertThat(verification.isLocked(LOCKED)).isTrue();
        assertThat(verification.lines())
                .containsExactly("1 files as retrato.lock says, 0 not", "1 plugins accepted, 0 refused");
    }

    @Test
    void without_a_lock_nothing_is_compared_which_will_not_do_where_there_should_be_one() throws IOException {
        var atelier = Atelier.in(folder);
        Files.delete(atelier.home().lock());

        var verification = Verification.of(atelier.home());

        assertThat(verification.isLocked(Settings.DEFAULT)).isTrue();
        assertThat(verification.isLocked(LOCKED)).isFalse();
        assertThat(verification.lines()).first().asString().contains("there is no retrato.lock");
    }

    private Atelier inDisorder() throws IOException {
        var atelier = Atelier.in(
                folder,
                plugin("easel", "1.0.0"),
                plugin("palette", "1.0.0"),
                plugin("hairs", "1.0.0").needs("palette"));
        atelier.install(plugin("brushes", "1.0.0").writeTo(folder.resolve("b.jar")));
        var plugins = atelier.home().plugins();
        plugin("easel", "1.0.0").note("changed").writeTo(plugins.resolve("first-0.jar"));
        Files.delete(plugins.resolve("first-1.jar"));
        plugin("frame", "1.0.0").writeTo(plugins.resolve("frame.jar"));
        Files.writeString(plugins.resolve("text.jar"), "text");
        return atelier;
    }
}
