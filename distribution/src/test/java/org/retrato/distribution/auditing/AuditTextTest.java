package org.retrato.distribution.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditTextTest {

    @Test
    void what_is_clean_is_a_line_and_what_is_not_says_where() {
        var files = IntStream.range(0, 5)
                .mapToObj(i -> new Finding(Capability.FILES, "sly.Sly.m" + i, "java.io.File.<init>"));
        var exit = new Finding(Capability.EXIT, "sly.Sly.<clinit>", "java.lang.System.exit");

        assertThat(AuditText.lines(List.of(
                        audit("long-name", List.of()),
                        audit("sly", Stream.concat(files, Stream.of(exit)).toList()))))
                .startsWith(
                        "long-name 1.0   mathematics only",
                        "sly 1.0         sly.jar",
                        "  files",
                        "    sly.Sly.m0 → java.io.File.<init>",
                        "    sly.Sly.m1 → java.io.File.<init>",
                        "    sly.Sly.m2 → java.io.File.<init>",
                        "    and 2 more",
                        "  ending the program",
                        "    sly.Sly.<clinit> → java.lang.System.exit",
                        "",
                        "2 audited, 1 with mathematics only")
                .anySatisfy(line -> assertThat(line).contains("a check, not a sandbox"));
    }

    @Test
    void names_cannot_write_lines_of_their_own_nor_be_endless() {
        var sly = new Finding(Capability.EXIT, "a\nsly 1.0   mathematics only\u001B[2J\u202E", "b".repeat(5_000));

        assertThat(AuditText.lines(List.of(audit("sly", List.of(sly)))))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("    a\\u{a}sly 1.0   mathematics only\\u{1b}[2J\\u{202e} → bbb")
                        .endsWith("b…"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
    }

    private static Audit audit(String id, List<Finding> findings) {
        return new Audit(new PluginFiles(Path.of(id + ".jar"), new PluginName(id, "1.0"), List.of()), findings);
    }
}
