package org.retrato.distribution.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    private static final List<Result> RESULTS =
            List.of(Results.limit(2, 400), Results.step("portrait", 0), Results.step("long-name", 1e9));

    @TempDir
    private Path folder;

    @Test
    void the_table_is_aligned_has_a_heading_for_each_group_and_marks_what_is_slow() {
        var bytes = new ByteArrayOutputStream();
        var table = new Table(RESULTS.stream().map(Result::row).toList(), new PrintStream(bytes, true, UTF_8));
        RESULTS.forEach(table::add);
        assertThat(bytes.toString(UTF_8)).isEqualToNormalizingNewlines("""

                limits of this machine         ms   median     best           of limit
                  peak-2     of tests       2.000    400.0    800.0  GFLOP/s

                training steps                 ms   median     best           of limit
                  portrait   of tests       2.000    100.0    200.0  GFLOP/s    25.0 %
                  long-name  of tests       2.000    100.0    200.0  GFLOP/s    25.0 %  slow!
                """);
    }

    @Test
    void the_file_has_all_numbers_of_each_row_and_the_advice() throws Exception {
        var file = folder.resolve("results.json");
        ResultsFile.write(file, 2, RESULTS, List.of("Rest."));
        assertThat(Files.readString(file).replaceAll("\\s+", " "))
                .startsWith("{ \"threads\" : 2, \"vectorBits\" : ")
                .contains("{ \"name\" : \"portrait\", \"group\" : \"steps\", \"description\" : \"of tests\","
                        + " \"unit\" : \"GFLOP/s\", \"median\" : 100.0, \"best\" : 200.0, \"limit\" : 400.0,"
                        + " \"percent\" : 25.0, \"milliseconds\" : 2.0, \"bestMilliseconds\" : 1.0,"
                        + " \"allocatedBytes\" : 0.0, \"slow\" : false }")
                .contains("\"slow\" : true")
                .endsWith("\"advice\" : [ \"Rest.\" ] } ");
    }
}
