package org.retrato.distribution.installing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retrato.distribution.installing.SampleJar.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.installing.samples.Broken;
import org.retrato.distribution.installing.samples.Chirp;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.plugins.Plugins;

class InstallerTest {

    @TempDir
    private Path folder;

    @Test
    void a_jar_gets_its_name_and_its_line_in_the_lock_and_what_it_provides_is_told() throws IOException {
        var atelier = Atelier.in(folder);
        var jar = plugin("brushes", "1.2.0").writeTo(folder.resolve("some.jar"));

        var told = atelier.install(jar);

        assertThat(atelier.files()).containsExactly("brushes-1.2.0.jar");
        assertThat(atelier.home().plugins().resolve("brushes-1.2.0.jar")).hasSameBinaryContentAs(jar);
        assertThat(atelier.isAsLocked()).isTrue();
        assertThat(atelier.source("plugins/brushes-1.2.0.jar")).isEqualTo("some.jar");
        assertThat(told)
                .containsExactly(
                        "installed  brushes 1.2.0",
                        "           plugins/brushes-1.2.0.jar, %,d bytes, from some.jar".formatted(Files.size(jar)),
                        "           sha256 " + Offer.hash(jar),
                        "           provides activation chirp");
    }

    @Test
    void a_folder_with_a_library_stays_one() throws IOException {
        var atelier = Atelier.in(folder);
        var source = Files.createDirectory(folder.resolve("source"));
        plugin("brushes", "1.0.0").writeTo(source.resolve("b.jar"));
        SampleJar.library("bristles").writeTo(source.resolve("bristles.jar"));
        Files.writeString(source.resolve("readme.txt"), "no part of it");

        atelier.install(source);

        assertThat(atelier.files()).containsExactly("brushes-1.0.0");
        assertThat(Disk.list(atelier.home().plugins().resolve("brushes-1.0.0")).stream()
                        .map(Installed::name))
                .containsExactly("b.jar", "bristles.jar");
        assertThat(atelier.isAsLocked()).isTrue();
        assertThat(atelier.install(source)).singleElement().asString().startsWith("unchanged  brushes 1.0.0");
        atelier.remove("brushes");
        assertThat(atelier.files()).isEmpty();
        assertThat(Lock.read(atelier.home().lock())).isEqualTo(Lock.empty());
    }

    @Test
    void a_distribution_without_a_lock_gets_none() throws IOException {
        var atelier = Atelier.in(folder);
        Files.delete(atelier.home().lock());

        atelier.install(plugin("brushes", "1.0.0").writeTo(folder.resolve("b.jar")));

        assertThat(atelier.files()).containsExactly("brushes-1.0.0.jar");
        assertThat(atelier.home().lock()).doesNotExist();
    }

    @Test
    void the_same_bytes_are_there_already_whatever_they_are_called() throws IOException {
        var atelier = Atelier.in(folder, plugin("brushes", "1.0.0"));
        var before = Files.readAttributes(atelier.home().lock(), "fileKey,lastModifiedTime");

        var told = atelier.install(plugin("brushes", "1.0.0").writeTo(folder.resolve("b.jar")));

        assertThat(told).containsExactly("unchanged  brushes 1.0.0 is there already, as plugins/first-0.jar");
        assertThat(atelier.files()).containsExactly("first-0.jar");
        assertThat(Files.readAttributes(atelier.home().lock(), "fileKey,lastModifiedTime"))
                .isEqualTo(before);
    }

    @Test
    void other_bytes_of_the_same_version_are_refused_unless_forced() throws IOException {
        var atelier = Atelier.in(folder, plugin("brushes", "1.0.0"));
        var other = plugin("brushes", "1.0.0").note("tampered?").writeTo(folder.resolve("b.jar"));

        refuses(atelier, "brushes 1.0.0 is installed, and b.jar holds other bytes", other);

        assertThat(atelier.install(true, other)).contains("installed  brushes 1.0.0 in the place of 1.0.0");
        assertThat(atelier.files()).containsExactly("brushes-1.0.0.jar");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void a_newer_version_replaces_and_an_older_one_does_so_only_if_forced() throws IOException {
        var atelier = Atelier.in(folder, plugin("brushes", "1.10.0"));
        var older = plugin("brushes", "1.9.0").writeTo(folder.resolve("older.jar"));

        refuses(atelier, "brushes 1.10.0 is installed, which is newer than brushes 1.9.0", older);

        assertThat(atelier.install(plugin("brushes", "2.0.0").writeTo(folder.resolve("b.jar"))))
                .contains("installed  brushes 2.0.0 in the place of 1.10.0");
        assertThat(atelier.files()).containsExactly("brushes-2.0.0.jar");
        atelier.install(true, older);
        assertThat(atelier.files()).containsExactly("brushes-1.9.0.jar");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void what_is_needed_must_be_there_or_come_along() throws IOException {
        var atelier = Atelier.in(folder);
        var brushes = plugin("brushes", "1.0.0").needs("easel@>=1.0.0").writeTo(folder.resolve("b.jar"));
        var easel = plugin("easel", "1.0.0").writeTo(folder.resolve("e.jar"));

        refuses(atelier, "[missing-dependency]: brushes needs the plugin 'easel', which was not found", brushes);

        atelier.install(brushes, easel);
        assertThat(atelier.files()).containsExactly("brushes-1.0.0.jar", "easel-1.0.0.jar");
    }

    @Test
    void a_newer_version_that_another_cannot_do_with_is_refused() throws IOException {
        var atelier = Atelier.in(folder, plugin("brushes", "1.0.0").needs("easel@<2.0.0"), plugin("easel", "1.0.0"));

        refuses(
                atelier,
                "first-0.jar would be refused [unmet-dependency]: brushes needs the plugin 'easel' in version <2.0.0",
                plugin("easel", "2.0.0").writeTo(folder.resolve("e.jar")));
    }

    @Test
    void what_would_be_refused_is_refused_with_the_reason() throws IOException {
        var atelier = Atelier.in(folder);

        refuses(
                atelier,
                "text.jar would be refused [not-a-jar]",
                Files.writeString(folder.resolve("text.jar"), "text"));
        refuses(
                atelier,
                "l.jar would be refused [missing-id]",
                SampleJar.library("").writeTo(folder.resolve("l.jar")));
        refuses(
                atelier,
                "brushes 1.0.0 breaks the rule P4",
                plugin("brushes", "1.0.0").providing(Broken.class).writeTo(folder.resolve("broken.jar")));
        refuses(
                atelier,
                "would be refused [unmet-requirement]",
                plugin("brushes", "1.0.0")
                        .attribute("Plugin-Requires", ">=9.0.0")
                        .writeTo(folder.resolve("new.jar")));
        refuses(atelier, "missing.jar does not exist; name a JAR", folder.resolve("missing.jar"));
        refuses(
                atelier,
                "a.jar and b.jar both hold the plugin 'brushes'",
                plugin("brushes", "1.0.0").writeTo(folder.resolve("a.jar")),
                plugin("brushes", "1.1.0").writeTo(folder.resolve("b.jar")));
        assertThat(atelier.files()).isEmpty();
    }

    @Test
    void what_lies_there_without_a_plugin_of_that_id_is_not_replaced() throws IOException {
        var atelier = Atelier.in(folder);
        var jar = plugin("brushes", "1.0.0").writeTo(folder.resolve("b.jar"));
        Files.writeString(atelier.home().plugins().resolve("brushes-1.0.0.jar"), "what is this?");

        refuses(atelier, "brushes-1.0.0.jar is in the way", jar);

        atelier.install(true, jar);
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void what_was_put_there_by_hand_is_taken_into_the_lock_as_it_is_and_nothing_else_is() throws IOException {
        var atelier = Atelier.in(folder, plugin("easel", "1.0.0"));
        var dropped =
                plugin("brushes", "1.0.0").writeTo(atelier.home().plugins().resolve("dropped.jar"));
        plugin("easel", "1.0.0")
                .note("tampered")
                .writeTo(atelier.home().plugins().resolve("first-0.jar"));

        var told = atelier.install(dropped);

        assertThat(told)
                .containsExactly(
                        "unchanged  brushes 1.0.0 is there already, as plugins/dropped.jar; retrato.lock lists it now");
        assertThat(atelier.files()).containsExactly("dropped.jar", "first-0.jar");
        assertThat(Lock.read(atelier.home().lock())
                        .compare(atelier.home(), path -> true)
                        .toString())
                .isEqualTo("[plugins/first-0.jar was changed: it is not what retrato.lock says]");
    }

    @Test
    void of_two_that_were_put_there_by_hand_the_one_that_is_installed_stays() throws IOException {
        var atelier = Atelier.in(folder, plugin("brushes", "1.0.0"));
        var dropped =
                plugin("brushes", "1.1.0").writeTo(atelier.home().plugins().resolve("dropped.jar"));

        atelier.install(dropped);

        assertThat(atelier.files()).containsExactly("dropped.jar");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void some_may_be_there_already_while_others_are_not() throws IOException {
        var atelier = Atelier.in(folder, plugin("easel", "1.0.0"));

        var told = atelier.install(
                plugin("easel", "1.0.0").writeTo(folder.resolve("e.jar")),
                plugin("brushes", "1.0.0").writeTo(folder.resolve("b.jar")));

        assertThat(told)
                .contains(
                        "unchanged  easel 1.0.0 is there already, as plugins/first-0.jar", "installed  brushes 1.0.0");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void a_name_that_is_no_longer_the_only_one_is_mentioned() throws IOException {
        var atelier = Atelier.in(folder, plugin("easel", "1.0.0"));

        assertThat(atelier.install(plugin("brushes", "1.0.0").writeTo(folder.resolve("b.jar"))))
                .contains("note: there is more than one activation 'chirp' now; write brushes:chirp or easel:chirp");
    }

    @Test
    void what_another_needs_stays_unless_that_goes_too() throws IOException {
        var atelier = Atelier.in(
                folder,
                plugin("easel", "1.0.0"),
                plugin("brushes", "1.0.0").needs("easel"),
                plugin("hairs", "1.0.0").needs("brushes"),
                plugin("frame", "1.0.0").needs("easel?"));

        assertThatThrownBy(() -> atelier.remove("easel"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "easel cannot go without brushes, hairs; remove all: retrato plugins remove easel brushes hairs");

        assertThat(atelier.remove("easel", "brushes", "hairs"))
                .containsExactly(
                        "removed    plugins/first-0.jar",
                        "removed    plugins/first-1.jar",
                        "removed    plugins/first-2.jar");
        assertThat(atelier.files()).containsExactly("first-3.jar");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void a_misspelt_id_is_guessed_and_what_is_no_plugin_is_removed_by_its_name() throws IOException {
        var atelier = Atelier.in(folder, plugin("brushes", "1.0.0"));
        Files.writeString(atelier.home().plugins().resolve("text.jar"), "text");

        assertThatThrownBy(() -> atelier.remove("brishes"))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no plugin 'brishes'; did you mean 'brushes'? installed: brushes, text.jar");

        atelier.remove("text.jar");
        assertThat(atelier.files()).containsExactly("first-0.jar");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void a_style_that_is_painted_with_unless_another_is_named_is_missed() throws IOException {
        var atelier = Atelier.in(folder, plugin("styles", "1.0.0"));

        assertThat(atelier.remove("styles"))
                .contains("note: 'retrato paint' began with the style styles:realist, which is gone; name another with"
                        + " --style, or install a plugin that provides it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_has_loaded_a_plugin_keeps_what_it_loaded(boolean replaced) throws Exception {
        var atelier = Atelier.in(folder, plugin("brushes", "1.0.0"));
        try (var plugins = Plugins.open(List.of(atelier.home().plugins()))) {
            if (replaced) {
                atelier.install(true, plugin("brushes", "1.0.0").note("other").writeTo(folder.resolve("b.jar")));
            } else {
                atelier.remove("brushes");
            }

            var loader = plugins.plugins().getFirst().components().getFirst().getClassLoader();
            assertThat(loader.loadClass(Chirp.Later.class.getName()).getClassLoader())
                    .isSameAs(loader);
        }
    }

    private static void refuses(Atelier atelier, String reason, Path... sources) throws IOException {
        var files = atelier.files();
        assertThatThrownBy(() -> atelier.install(sources))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
        assertThat(atelier.files()).isEqualTo(files);
        assertThat(Disk.list(atelier.home().plugins()).stream().map(Installed::name))
                .doesNotContain(".change-next", ".change", ".change-past");
    }
}
