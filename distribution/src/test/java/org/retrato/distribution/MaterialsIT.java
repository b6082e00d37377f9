package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Lock;
import org.retrato.distribution.json.JsonValue;
import org.retrato.distribution.materials.BillOfMaterials;
import org.retrato.distribution.materials.Licenses;

/** Nothing goes into the distribution of which nobody knows where it comes from, or which not everybody may hand on. */
class MaterialsIT {

    /** Those under which a library may be handed on together with what is under Apache-2.0. */
    private static final List<String> ALLOWED =
            List.of("Apache-2.0", "BSD-3-Clause", "EPL-2.0", "MIT", "Public Domain");

    @TempDir
    private Path folder;

    private Home home;
    private Lock lock;

    @BeforeEach
    void copy_the_distribution() throws Exception {
        var copy = new ProcessBuilder(
                "cp",
                "-R",
                Launch.HOME.resolve("lib").toString(),
                Launch.HOME.resolve("plugins").toString(),
                "" + folder);
        assertThat(copy.start().waitFor()).isZero();
        home = new Home(folder);
        lock = Lock.of(home, Lock.empty());
    }

    /** Where this fails, keep the text beside the others: see KnownLicenses. */
    @Test
    void every_jar_has_the_text_of_its_license() throws Exception {
        assertThat(Licenses.write(home, lock)).isEmpty();

        assertThat(folder.resolve("licenses/asm-9.11.1/org.ow2.asm.txt"))
                .content()
                .contains("INRIA, France Telecom");
        assertThat(Launch.files(folder.resolve("licenses/jackson-core-3.2.4"))).contains("LICENSE", "NOTICE");
    }

    @Test
    void every_jar_comes_from_a_maven_repository_and_may_be_handed_on() throws Exception {
        BillOfMaterials.write(home, lock, Instant.EPOCH);

        assertThat(new JsonParser().validate(home.billOfMaterials().toFile(), Version.VERSION_16))
                .isEmpty();
        assertThat(JsonValue.read(home.billOfMaterials()).get("components").elements())
                .hasSizeGreaterThan(15)
                .allSatisfy(component -> {
                    assertThat(component.get("purl").text()).startsWith("pkg:maven/");
                    assertThat(component.get("group").text()).isNotEmpty();
                    assertThat(component.get("licenses").elements())
                            .isNotEmpty()
                            .allSatisfy(choice -> {
                                var license = choice.get("license");
                                assertThat(ALLOWED)
                                        .contains(license.get("id").text()
                                                + license.get("name").text());
                            });
                });
    }
}
