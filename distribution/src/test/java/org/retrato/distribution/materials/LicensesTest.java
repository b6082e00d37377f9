package org.retrato.distribution.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicensesTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void make_a_home() throws Exception {
        home = TestHome.in(Files.createDirectory(folder.resolve("home")));
    }

    @Test
    void the_texts_in_a_jar_are_taken_out_of_it() throws Exception {
        home.jar(
                "plugins/brushes-1.0.0.jar",
                Map.of(),
                Map.of(
                        "META-INF/LICENSE.txt", "my terms",
                        "META-INF/NOTICE", "thanks",
                        "licenses/other.TXT", "their terms",
                        "COPYING", "copy",
                        "LicenseServer.class", "code",
                        "my/LICENSE", "deeper",
                        "META-INF/licenses/", ""));

        assertThat(Licenses.write(home.home(), home.lock())).isEmpty();

        assertThat(written())
                .containsOnly(
                        Map.entry("brushes-1.0.0/LICENSE.txt", "my terms"),
                        Map.entry("brushes-1.0.0/NOTICE", "thanks"),
                        Map.entry("brushes-1.0.0/licenses-other.TXT", "their terms"),
                        Map.entry("brushes-1.0.0/COPYING", "copy"));
    }

    @Test
    void a_jar_without_a_text_gets_the_one_of_the_license_that_it_names() throws Exception {
        home.jar(
                "plugins/brushes.jar",
                Map.of("Plugin-License", "Apache License, Version 2.0"),
                Map.of("META-INF/NOTICE", "thanks"));

        assertThat(Licenses.write(home.home(), home.lock())).isEmpty();

        assertThat(written()).containsOnlyKeys("brushes/Apache-2.0.txt", "brushes/NOTICE");
        assertThat(written().get("brushes/Apache-2.0.txt")).contains("Apache License");
    }

    @Test
    void a_jar_that_names_a_license_alone_or_none_is_told() throws Exception {
        home.jar("plugins/named.jar", Map.of("Plugin-Id", "named", "Plugin-License", "My own"), Map.of());
        home.jar("plugins/mute.jar", Map.of(), Map.of());

        assertThat(Licenses.write(home.home(), home.lock())).containsExactly("plugins/mute.jar", "plugins/named.jar");

        assertThat(written().get("named/LICENSE.txt")).contains("named", "My own");
        assertThat(written().get("mute/LICENSE.txt")).contains("mute", "nothing");
    }

    @Test
    void no_name_leads_out_of_the_folder() throws Exception {
        home.jar(
                "plugins/x ...jar",
                Map.of("Plugin-License", "../../x"),
                Map.of(
                        "licenses/../../../LICENSE",
                        "up",
                        "META-INF/licenses/..",
                        "dots",
                        "META-INF/../LICENSE",
                        "aside",
                        "license/" + "x".repeat(1000),
                        "long",
                        "license\\..\\..\\LICENSE",
                        "back"));
        home.jar("plugins/画.jar", Map.of(), Map.of());

        Licenses.write(home.home(), home.lock());

        assertThat(written()).containsValues("up", "dots", "long", "back");
        assertThat(written().keySet()).allMatch(path -> path.matches("[^./][^/]*/[^./][^/]{0,99}"));
        assertThat(folder).isDirectoryNotContaining("glob:**{LICENSE,x}*");
    }

    @Test
    void texts_whose_names_differ_in_case_alone_are_both_kept() throws Exception {
        home.jar("plugins/a.jar", Map.of(), Map.of("LICENSE", "one", "license", "two", "META-INF/LICENSE", "one"));

        Licenses.write(home.home(), home.lock());

        assertThat(written()).hasSize(2).containsValues("one", "two");
    }

    @Test
    void a_distribution_of_nothing_has_no_licenses() throws Exception {
        assertThat(Licenses.write(home.home(), home.lock())).isEmpty();

        assertThat(home.home().licenses()).isEmptyDirectory();
    }

    @Test
    void a_second_time_writes_the_same_and_takes_away_what_is_gone() throws Exception {
        home.jar("plugins/a.jar", Map.of(), Map.of("LICENSE", "one"));
        home.jar("plugins/b.jar", Map.of(), Map.of("LICENSE", "two"));
        Licenses.write(home.home(), home.lock());
        Files.delete(folder.resolve("home/plugins/b.jar"));

        Licenses.write(home.home(), home.lock());

        assertThat(written()).containsOnly(Map.entry("a/LICENSE", "one"));
        assertThat(home.home().folder()).isDirectoryNotContaining("glob:**.tmp");
    }

    private Map<String, String> written() throws Exception {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(home.home().licenses())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(home.home().licenses().relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
