package org.retrato.distribution.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.packageurl.PackageURL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.License;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.home.Lock;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.plugins.Sha256;

class BillOfMaterialsTest {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678Z");

    /** As Maven writes it: what stands in it twice has its branches in one place. */
    private static final String TREE = """
            {"groupId": "org.retrato", "artifactId": "retrato-distribution", "version": "0.1.0", "classifier": "", "children": [
                {"groupId": "aopalliance", "artifactId": "aopalliance", "version": "1.0", "classifier": ""},
                {"groupId": "com.google.inject", "artifactId": "guice", "version": "7", "classifier": "classes", "children": [
                    {"groupId": "aopalliance", "artifactId": "aopalliance", "version": "1.0", "classifier": ""},
                    {"groupId": "not", "artifactId": "there", "version": "1", "classifier": "", "optional": "true"}
                ]},
                {"groupId": "com.google.inject", "artifactId": "guice", "version": "7", "classifier": "classes"}
            ]}
            """;

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void make_a_home() throws Exception {
        home = TestHome.in(folder);
    }

    @Test
    void a_distribution_without_anything_in_it_is_a_bill_too() throws Exception {
        var bill = write(home.lock());

        assertThat(bill.getMetadata().getComponent().getName()).isEqualTo("atelier");
        assertThat(bill.getMetadata().getComponent().getVersion()).isEqualTo("1.2.3");
        assertThat(bill.getMetadata().getTimestamp().toInstant()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(bill.getComponents()).isEmpty();
    }

    @Test
    void every_jar_is_in_it_with_its_hash() throws Exception {
        home.jar("lib/a.jar", Map.of(), Map.of());
        home.jar("lib/maven/b.jar", Map.of(), Map.of());
        home.jar("plugins/c.jar", Map.of(), Map.of());
        home.jar("plugins/d/e.JAR", Map.of(), Map.of("some", "thing"));
        home.jar("repository/f.jar", Map.of(), Map.of());

        var components = components(write(home.lock()));

        assertThat(components).containsOnlyKeys("lib/a.jar", "lib/maven/b.jar", "plugins/c.jar", "plugins/d/e.JAR");
        for (var component : components.values()) {
            assertThat(component.getHashes())
                    .singleElement()
                    .satisfies(hash ->
                            assertThat(hash.getValue()).isEqualTo(Sha256.of(folder.resolve(component.getBomRef()))));
        }
    }

    @Test
    void the_same_distribution_gives_the_same_bytes_and_another_a_serial_number_of_its_own() throws Exception {
        home.jar("plugins/brushes.jar", Map.of("Plugin-Id", "brushes"), Map.of());
        var bill = write(home.lock());
        var bytes = Files.readAllBytes(home.home().billOfMaterials());

        write(home.lock());
        assertThat(home.home().billOfMaterials()).hasBinaryContent(bytes);

        home.jar("plugins/brushes.jar", Map.of("Plugin-Id", "brushes"), Map.of("changed", "yes"));
        assertThat(write(home.lock()).getSerialNumber()).isNotEqualTo(bill.getSerialNumber());
    }

    @Test
    void maven_knew_what_the_libraries_are_and_what_they_need() throws Exception {
        home.jar("lib/retrato-distribution-0.1.0.jar", Map.of(), Map.of());
        home.jar("lib/guice-7-classes.jar", Map.of("Bundle-License", "Apache 2.0"), Map.of());
        home.jar("lib/aopalliance-1.0.jar", Map.of(), Map.of());
        home.jar("lib/stranger.jar", Map.of(), Map.of());
        home.file("lib/dependencies.json", TREE);

        var bill = write(home.lock());
        var components = components(bill);

        var guice = components.get("lib/guice-7-classes.jar");
        assertThat(guice.getPurl()).isEqualTo("pkg:maven/com.google.inject/guice@7?classifier=classes&type=jar");
        assertThat(guice.getGroup()).isEqualTo("com.google.inject");
        assertThat(guice.getName()).isEqualTo("guice");
        assertThat(guice.getVersion()).isEqualTo("7");
        assertThat(license(guice).getId()).isEqualTo("Apache-2.0");
        assertThat(license(components.get("lib/aopalliance-1.0.jar")).getName()).isEqualTo("Public Domain");
        assertThat(components.get("lib/stranger.jar").getPurl()).isEqualTo("pkg:generic/stranger");
        assertThat(dependencies(bill))
                .containsEntry("distribution", List.of("lib/retrato-distribution-0.1.0.jar", "lib/stranger.jar"))
                .containsEntry(
                        "lib/retrato-distribution-0.1.0.jar",
                        List.of("lib/aopalliance-1.0.jar", "lib/guice-7-classes.jar"))
                .containsEntry("lib/guice-7-classes.jar", List.of("lib/aopalliance-1.0.jar"))
                .containsEntry("lib/aopalliance-1.0.jar", List.of())
                .doesNotContainKey("lib/stranger.jar");
    }

    @Test
    void a_plugin_cannot_bring_such_a_tree_along() throws Exception {
        home.jar("plugins/false/aopalliance-1.0.jar", Map.of(), Map.of());
        home.file("plugins/false/dependencies.json", TREE);

        var component = components(write(home.lock())).get("plugins/false/aopalliance-1.0.jar");

        assertThat(component.getGroup()).isNull();
        assertThat(component.getLicenses()).isNull();
    }

    @Test
    void a_plugin_is_what_its_manifest_says() throws Exception {
        home.jar(
                "plugins/x.jar",
                Map.of(
                        "Plugin-Id", "brushes",
                        "Plugin-Version", "1.2.0+fine",
                        "Plugin-Provider", "Frida",
                        "Plugin-License", "EPL-2.0 OR Apache-2.0"),
                Map.of());

        var component = components(write(home.lock())).get("plugins/x.jar");

        assertThat(component.getName()).isEqualTo("brushes");
        assertThat(component.getVersion()).isEqualTo("1.2.0+fine");
        assertThat(component.getPublisher()).isEqualTo("Frida");
        assertThat(component.getPurl()).isEqualTo("pkg:generic/brushes@1.2.0%2Bfine");
        assertThat(component.getLicenses().getExpression().getValue()).isEqualTo("EPL-2.0 OR Apache-2.0");
    }

    @Test
    void a_plugin_has_the_coordinates_that_maven_left_in_it_unless_the_lock_knows_better() throws Exception {
        home.jar("plugins/x.jar", Map.of("Plugin-Id", "brushes"), properties("org.example", "brushes", "1.0.0"));
        assertThat(components(write(home.lock())).get("plugins/x.jar").getPurl())
                .isEqualTo("pkg:maven/org.example/brushes@1.0.0?type=jar");

        var entry = home.lock().entries().get("plugins/x.jar");
        var lock = Lock.of(List.of(new Lock.Entry(entry.path(), entry.sha256(), "org.example:fork:2.0.0")));
        assertThat(components(write(lock)).get("plugins/x.jar").getPurl())
                .isEqualTo("pkg:maven/org.example/fork@2.0.0?type=jar");
    }

    @Test
    void of_the_coordinates_in_a_jar_that_swallowed_others_those_count_that_its_name_tells() throws Exception {
        var swallowed = new HashMap<>(properties("org.example", "brushes", "1.0.0"));
        swallowed.putAll(properties("org.example", "colours", "2.0.0"));
        home.jar("plugins/brushes-1.0.0.jar", Map.of(), swallowed);
        home.jar("plugins/other.jar", Map.of("Plugin-Id", "other"), swallowed);

        var components = components(write(home.lock()));

        assertThat(components.get("plugins/brushes-1.0.0.jar").getPurl())
                .isEqualTo("pkg:maven/org.example/brushes@1.0.0?type=jar");
        assertThat(components.get("plugins/other.jar").getPurl()).isEqualTo("pkg:generic/other");
    }

    @Test
    void a_plugin_needs_the_api_its_libraries_and_other_plugins() throws Exception {
        home.jar("lib/retrato-api-0.1.0.jar", Map.of(), properties("org.retrato", "retrato-api", "0.1.0"));
        home.jar("plugins/base.jar", Map.of("Plugin-Id", "base"), Map.of());
        home.jar(
                "plugins/big/big.jar",
                Map.of("Plugin-Id", "big", "Plugin-Dependencies", "base@>=1.0.0, absent?, big"),
                Map.of());
        home.jar("plugins/mute.jar", Map.of(), Map.of());
        home.jar("plugins/big/library.jar", Map.of("Bundle-License", "MIT"), Map.of());

        assertThat(dependencies(write(home.lock())))
                .containsEntry("distribution", List.of("plugins/big/big.jar", "plugins/mute.jar"))
                .containsEntry("plugins/mute.jar", List.of("lib/retrato-api-0.1.0.jar"))
                .containsEntry("plugins/base.jar", List.of("lib/retrato-api-0.1.0.jar"))
                .containsEntry(
                        "plugins/big/big.jar",
                        List.of("lib/retrato-api-0.1.0.jar", "plugins/base.jar", "plugins/big/library.jar"))
                .doesNotContainKeys("plugins/big/library.jar", "lib/retrato-api-0.1.0.jar");
    }

    @Test
    void what_a_plugin_says_of_itself_breaks_nothing() throws Exception {
        var hostile = "\"},{\\ \t\u0007\u202e<script> ../../ %00 ñ 画 \uD83C\uDFA8 " + "x".repeat(50_000);
        home.jar(
                "plugins/hostile 'x'.jar",
                Map.of(
                        "Plugin-Id", hostile,
                        "Plugin-Version", hostile,
                        "Plugin-Provider", hostile,
                        "Plugin-License", hostile,
                        "Plugin-Dependencies", hostile),
                Map.of("META-INF/maven/a/b/pom.properties", "groupId=\\u00zz", "module-info.class", "nonsense"));
        home.jar(
                "plugins/long.jar",
                Map.of("Plugin-License", "MIT OR Something"),
                Map.of("META-INF/maven/a/b/pom.properties", "groupId=a\\nb\nartifactId=c d\nversion=1?x=\\u0000#y"));

        var components = components(write(home.lock()));

        var name = components.get("plugins/hostile 'x'.jar").getName();
        assertThat(name)
                .startsWith("\"},{\\ <script> ../../ %00 ñ 画 \uD83C\uDFA8 xxx")
                .hasSizeLessThan(250);
        assertThat(license(components.get("plugins/long.jar")).getName()).isEqualTo("MIT OR Something");
    }

    @Test
    void the_java_in_the_folder_is_a_part_of_it() throws Exception {
        home.file(
                "jdk/release",
                "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\nJAVA_VERSION=\"25.0.3\"\n");
        home.file("jdk/legal/java.base/LICENSE", "... \"CLASSPATH\" EXCEPTION TO THE GPL ...");

        var bill = write(home.lock());
        var java = components(bill).get("jdk");

        assertThat(java.getType()).isEqualTo(Component.Type.PLATFORM);
        assertThat(java.getPublisher()).isEqualTo("Eclipse Adoptium");
        assertThat(java.getPurl()).isEqualTo("pkg:generic/openjdk@25.0.3%2B9-LTS");
        assertThat(java.getLicenses().getExpression().getValue())
                .isEqualTo("GPL-2.0-only WITH Classpath-exception-2.0");
        assertThat(dependencies(bill)).containsEntry("distribution", List.of("jdk"));
    }

    @Test
    void a_damaged_jar_is_named_and_nothing_is_written() throws Exception {
        home.file("plugins/broken.jar", "no JAR");
        var lock = home.lock();

        assertThatThrownBy(() -> BillOfMaterials.write(home.home(), lock, CREATED))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("broken.jar", "copy or download it again");
        assertThat(home.home().billOfMaterials()).doesNotExist();
    }

    /** Writes the bill, and reads it with the library of the format, which has the schema. */
    private Bom write(Lock lock) throws Exception {
        BillOfMaterials.write(home.home(), lock, CREATED);
        var file = home.home().billOfMaterials().toFile();
        assertThat(new JsonParser().validate(file, Version.VERSION_16)).isEmpty();
        var bill = new JsonParser().parse(file);
        for (var component : bill.getComponents()) {
            new PackageURL(component.getPurl());
        }
        return bill;
    }

    private static Map<String, Component> components(Bom bill) {
        return bill.getComponents().stream().collect(Collectors.toMap(Component::getBomRef, component -> component));
    }

    private static Map<String, List<String>> dependencies(Bom bill) {
        return bill.getDependencies().stream()
                .collect(Collectors.toMap(
                        Dependency::getRef,
                        dependency -> dependency.getDependencies() == null
                                ? List.of()
                                : dependency.getDependencies().stream()
                                        .map(Dependency::getRef)
                                        .toList()));
    }

    private static Map<String, String> properties(String group, String artifact, String version) {
        return Map.of(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n");
    }

    private static License license(Component component) {
        return component.getLicenses().getLicenses().getFirst();
    }
}
