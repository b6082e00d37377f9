package org.retrato.distribution.installing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retrato.distribution.installing.SampleJar.library;
import static org.retrato.distribution.installing.SampleJar.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;

/** Installs and updates plugins that were published. */
class RepositoriesTest {

    @TempDir
    private Path folder;

    private final Shelf shelf = new Shelf();
    private Atelier atelier = new Atelier(new Home(Path.of("")));

    @BeforeEach
    void make_a_distribution_without_plugins() throws IOException {
        atelier = Atelier.in(folder);
    }

    @Test
    void a_plugin_that_needs_libraries_becomes_a_folder_whose_lines_in_the_lock_are_coordinates() throws IOException {
        shelf.publish("org.hairs:hairs:1.0", library("hairs").writeTo(jar("hairs")))
                .publish("org.other:hairs:1.0", library("other hairs").writeTo(jar("other/hairs")));
        publish("brushes", "1.0.0", "", "org.hairs:hairs:1.0", "org.other:hairs:1.0");

        install("org.example:brushes:1.0.0");

        assertThat(atelier.files()).containsExactly("brushes-1.0.0");
        assertThat(Disk.list(atelier.home().plugins().resolve("brushes-1.0.0")).stream()
                        .map(Installed::name))
                .containsExactly("2-hairs.jar", "brushes-1.0.0.jar", "hairs.jar");
        assertThat(atelier.isAsLocked()).isTrue();
        assertThat(atelier.source("plugins/brushes-1.0.0/brushes-1.0.0.jar")).isEqualTo("org.example:brushes:1.0.0");
        assertThat(atelier.source("plugins/brushes-1.0.0/2-hairs.jar")).isEqualTo("org.other:hairs:1.0");
    }

    @Test
    void a_plugin_that_is_needed_is_installed_beside_it_with_what_it_brings_along() throws IOException {
        shelf.publish("org.wood:wood:1.0", library("wood").writeTo(jar("wood")));
        publish("easel", "1.1.0", "", "org.wood:wood:1.0");
        publish("brushes", "1.0.0", "easel@>=1.0.0", "org.example:easel:1.1.0");

        var told = install("org.example:brushes:1.0.0");

        assertThat(atelier.files()).containsExactly("brushes-1.0.0.jar", "easel-1.1.0");
        assertThat(told).contains("installed  brushes 1.0.0", "installed  easel 1.1.0, which is needed");
    }

    @Test
    void a_plugin_that_is_needed_stays_as_it_is_if_it_fits_and_is_replaced_if_it_does_not() throws IOException {
        publish("easel", "1.0.0", "");
        publish("easel", "1.1.0", "");
        publish("brushes", "1.0.0", "easel@>=1.0.0", "org.example:easel:1.1.0");
        publish("brushes", "2.0.0", "easel@>=1.1.0", "org.example:easel:1.1.0");
        install("org.example:easel:1.0.0");

        install("org.example:brushes:1.0.0");
        assertThat(atelier.files()).containsExactly("brushes-1.0.0.jar", "easel-1.0.0.jar");

        install("org.example:brushes:2.0.0");
        assertThat(atelier.files()).containsExactly("brushes-2.0.0.jar", "easel-1.1.0.jar");
        assertThat(atelier.isAsLocked()).isTrue();
    }

    @Test
    void what_needs_a_plugin_that_would_be_refused_is_refused_and_does_not_take_it_for_a_library() throws IOException {
        shelf.publish(
                "org.example:easel:1.0.0",
                plugin("easel", "1.0.0").attribute("Plugin-Requires", ">=9.0.0").writeTo(jar("easel")));
        publish("brushes", "1.0.0", "easel", "org.example:easel:1.0.0");

        assertThatThrownBy(() -> install("org.example:brushes:1.0.0"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("[unmet-requirement]");
    }

    @Test
    void the_newest_release_that_fits_takes_the_place_of_each_plugin() throws IOException {
        publish("easel", "1.0.0", "");
        publish("brushes", "1.0.0", "easel");
        install("org.example:easel:1.0.0", "org.example:brushes:1.0.0");
        publish("easel", "1.1.0", "");
        publish("easel", "2.0.0", "");
        publish("brushes", "1.1.0", "easel@<2.0.0");
        publish("brushes", "1.2.0", "easel@<1.0.0");
        publish("brushes", "2.0.0-beta.1", "easel");
        atelier.install(plugin("frame", "1.0.0").writeTo(jar("frame")));

        var rehearsed = update(true);
        assertThat(atelier.files()).containsExactly("brushes-1.0.0.jar", "easel-1.0.0.jar", "frame-1.0.0.jar");

        assertThat(rehearsed)
                .contains(
                        "fixed      frame 1.0.0 was taken from frame.jar; 'retrato plugins install' takes a newer one from there",
                        "update     brushes 1.0.0 → 1.1.0",
                        "update     easel 1.0.0 → 1.1.0")
                .contains(
                        "left out   brushes 1.2.0: brushes needs the plugin 'easel' in version <1.0.0, but it is there in"
                                + " version 1.1.0",
                        "left out   easel 2.0.0: brushes needs the plugin 'easel' in version <2.0.0, but it is there in"
                                + " version 2.0.0");
        assertThat(update(false)).containsAll(rehearsed).contains("installed  brushes 1.1.0 in the place of 1.0.0");
        assertThat(atelier.files()).containsExactly("brushes-1.1.0.jar", "easel-1.1.0.jar", "frame-1.0.0.jar");
        assertThat(atelier.isAsLocked()).isTrue();
        assertThat(update(false, "easel"))
                .contains("newest     easel 1.1.0")
                .doesNotContain("newest     brushes 1.1.0");
    }

    @Test
    void who_has_a_version_before_a_release_gets_the_next_of_these_too() throws IOException {
        publish("brushes", "1.0.0-beta.1", "");
        install("org.example:brushes:1.0.0-beta.1");
        publish("brushes", "1.0.0-beta.2", "");

        update(false, "brushes");

        assertThat(atelier.files()).containsExactly("brushes-1.0.0-beta.2.jar");
    }

    @Test
    void without_a_lock_nobody_knows_where_to_look_for_updates() throws IOException {
        Files.delete(atelier.home().lock());

        assertThatThrownBy(() -> update(false))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("there is no retrato.lock");
    }

    @Test
    void a_version_that_cannot_be_used_is_left_out() throws IOException {
        publish("brushes", "1.0.0", "");
        install("org.example:brushes:1.0.0");
        publish("brushes", "1.1.0", "");
        shelf.publish(
                "org.example:brushes:1.2.0",
                plugin("brushes", "1.2.0")
                        .attribute("Plugin-Requires", ">=9.0.0")
                        .writeTo(jar("brushes")));

        assertThat(update(false))
                .anyMatch(
                        line -> line.startsWith("left out   brushes 1.2.0: ") && line.contains("[unmet-requirement]"));

        assertThat(atelier.files()).containsExactly("brushes-1.1.0.jar");
    }

    private void publish(String id, String version, String needs, String... needed) throws IOException {
        shelf.publish(
                "org.example:" + id + ":" + version,
                plugin(id, version).needs(needs).writeTo(jar(id + "-" + version)),
                needed);
    }

    private Path jar(String name) throws IOException {
        var jar = folder.resolve("shelf/" + name + ".jar");
        Files.createDirectories(jar.getParent());
        return jar;
    }

    private List<String> install(String... coordinates) {
        return new Installer(atelier.home()).install(List.of(coordinates), shelf, false);
    }

    private List<String> update(boolean rehearsed, String... ids) {
        return new Installer(atelier.home()).update(List.of(ids), shelf, rehearsed);
    }
}
