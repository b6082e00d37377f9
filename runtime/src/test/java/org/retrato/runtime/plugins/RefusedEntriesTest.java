package org.retrato.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retrato.api.Loss;

/** JARs that are made to do harm by the names, the number or the sizes of their entries. */
class RefusedEntriesTest extends LoadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "x/../../y",
                "x/..",
                "/etc/x",
                "C:/x",
                "c:x",
                "x\\y",
                "..\\x",
                "x\0y",
                "x\ny",
                "x\u001b[2Jy",
                "META-INF/versions/1000000000/x"
            })
    void an_entry_whose_name_is_no_place_inside_a_jar_is_refused(String name) {
        new JarMaker().file(name, "").writeTo(jar("x"));
        assertThat(refused(Problem.UNSAFE_ENTRY).cause())
                .contains("x.jar", name.replaceAll("\\p{Cntrl}", " "))
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x..y/..z", "ab:c", "META-INF/versions/25/x", "x./y"})
    void an_entry_whose_name_only_looks_like_that_is_accepted(String name) {
        JarMaker.modular("x").file(name, "").writeTo(jar("x"));
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void names_that_are_made_to_be_slow_to_find_are_refused() {
        var maker = new JarMaker();
        for (var number = 0; number < 128; number++) {
            maker.file(alike(number), "");
        }
        maker.writeTo(jar("x"));
        assertThat(refused(Problem.UNSAFE_ENTRY).cause()).contains("slow to find");
    }

    /** Returns one of 128 names that all have the same hash. */
    private static String alike(int number) {
        var name = new StringBuilder();
        for (var bit = 0; bit < 7; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    @Test
    void two_entries_of_one_name_are_refused() throws IOException {
        new JarMaker().file("texts1", "one").file("texts2", "two").writeTo(jar("x"));
        Files.write(jar("x"), ZipBytes.of(jar("x")).replaced("texts2", "texts1").bytes());
        assertThat(refused(Problem.DUPLICATE_ENTRY).cause()).isEqualTo("x.jar has two entries texts1");
    }

    @Test
    void a_small_file_that_would_unpack_to_a_large_one_is_refused() {
        new JarMaker().file("zeros", "\0".repeat(17 << 20)).writeTo(jar("x"));
        assertThat(refused(Problem.OVERSIZED_JAR).cause()).contains("more than 100 times its size");
    }

    @Test
    void a_jar_that_would_unpack_to_gigabytes_is_refused_before_it_is_unpacked() throws IOException {
        new JarMaker().file("zeros", "").writeTo(jar("x"));
        Files.write(jar("x"), ZipBytes.of(jar("x")).claimingSize("zeros", -2).bytes());
        assertThat(refused(Problem.OVERSIZED_JAR).cause()).contains("unpack to more than 2,147,483,648 bytes");
    }

    @Test
    void an_entry_that_unpacks_to_more_than_it_says_is_refused_where_that_shows() throws IOException {
        new JarMaker().file("zeros", "\0".repeat(1 << 20)).writeTo(jar("x"));
        Files.write(jar("x"), ZipBytes.of(jar("x")).claimingSize("zeros", 10).bytes());
        refused(Problem.DAMAGED_JAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/MANIFEST.MF", "META-INF/services/org.retrato.api.Loss", "module-info.class"})
    void what_is_read_as_a_whole_must_not_be_large(String name) throws IOException {
        new JarMaker()
                .file("module-info.class", "")
                .services(Loss.class, "x.Sample")
                .writeTo(jar("x"));
        Files.write(jar("x"), ZipBytes.of(jar("x")).claimingSize(name, 3 << 20).bytes());
        assertThat(refused(Problem.OVERSIZED_JAR).cause()).contains(name, "3,145,728 bytes");
    }

    @Test
    void a_jar_of_very_many_entries_is_refused() throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar("x"))))) {
            for (var number = 0; number < 70_000; number++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(number)));
            }
        }
        assertThat(refused(Problem.OVERSIZED_JAR).cause()).contains("more than 65,534 entries");
        // as some tools write it, which count to 65,535 and start again
        Files.write(
                jar("x"),
                ZipBytes.of(jar("x"))
                        .withoutZip64()
                        .claimingEntries(70_000 % 65_536)
                        .bytes());
        assertThat(refused(Problem.OVERSIZED_JAR).cause()).contains("more than 65,534 entries");
    }

    @Test
    void very_many_entries_that_are_not_there_are_refused() throws IOException {
        new JarMaker().file("texts", "").writeTo(jar("x"));
        Files.write(jar("x"), ZipBytes.of(jar("x")).claimingEntries(0xFFFF).bytes());
        refused(Problem.OVERSIZED_JAR);
        Files.write(jar("x"), ZipBytes.of(jar("x")).claimingEntries(0xFFF0).bytes());
        refused(Problem.DAMAGED_JAR);
    }

    @Test
    void a_second_archive_before_or_after_the_first_is_refused() throws IOException {
        var one = Files.readAllBytes(new JarMaker().writeTo(jar("x")));
        var two = Files.readAllBytes(new JarMaker().writeTo(jar("x")));
        var both = new byte[one.length + two.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        Files.write(jar("x"), both);
        refused(Problem.DAMAGED_JAR);
    }

    @Test
    void very_many_declared_components_are_refused() {
        var names = new StringBuilder();
        for (var number = 0; number < 1_001; number++) {
            names.append("x.Sample").append(number).append('\n');
        }
        new JarMaker()
                .file("META-INF/services/org.retrato.api.Loss", names.toString())
                .writeTo(jar("x"));
        assertThat(refused(Problem.OVERSIZED_JAR).cause()).contains("it declares 1,001 components");
    }
}
