package org.retrato.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_target_column_may_stand_anywhere() {
        var examples = read("width,price,height\n1,10,2\n3,30,4\n").regression("price");

        assertThat(examples.columns()).containsExactly("width", "height");
        assertThat(examples.inputs()).containsExactly(1, 2, 3, 4);
        assertThat(examples.answers())
                .isInstanceOfSatisfying(
                        Examples.Numbers.class,
                        numbers -> assertThat(numbers.values()).containsExactly(10, 30));
    }

    @Test
    void categories_are_in_the_order_of_their_names() {
        var examples = read("x,species\n1,tulip\n2,\"rose, wild\"\n3,tulip\n").classification("species");

        assertThat(examples.answers()).isInstanceOfSatisfying(Examples.Categories.class, categories -> {
            assertThat(categories.names()).containsExactly("rose, wild", "tulip");
            assertThat(categories.indices()).containsExactly(1, 0, 1);
        });
    }

    @Test
    void categories_that_are_whole_numbers_are_in_the_order_of_their_values() {
        var answers = read("x,digit\n1,10\n2,9\n3,0\n").classification("digit").answers();

        assertThat(((Examples.Categories) answers).names()).containsExactly("0", "9", "10");
    }

    @Test
    void quotes_blanks_blank_lines_and_the_ends_of_other_systems_are_understood() {
        var file = read("\uFEFF a , \"b \"\"c\"\"\" \r\n\r\n 1 , 2.5e-1 \r\n");

        assertThat(file.columns()).containsExactly("a", "b \"c\"");
        assertThat(file.regression("a").inputs()).containsExactly(0.25f);
    }

    @Test
    void a_wrong_cell_is_named_by_file_line_and_column() {
        var file = read("x,y\n1,2\n\n3,four\n");

        assertThatThrownBy(() -> file.regression("y"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("data.csv") + ":4: column 'y' must be a finite number, not 'four'");
        assertThatThrownBy(() -> read("x,y\n1,NaN\n").regression("y")).hasMessageContaining("not 'NaN'");
        assertThatThrownBy(() -> read("x,y\n,1\n").regression("y"))
                .hasMessageContaining(":2: column 'x' must be a finite number, not ''");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> read("x,y\n1,2\n1,2,3\n")).hasMessageEndingWith(":3: 3 cells, but the header has 2");
    }

    @Test
    void an_unknown_column_is_refused_and_the_known_ones_are_listed() {
        assertThatThrownBy(() -> read("x,y\n1,2\n").regression("z"))
                .hasMessageEndingWith("has no column 'z'; its columns are: x, y");
    }

    @Test
    void a_header_without_names_of_their_own_is_refused() {
        assertThatThrownBy(() -> read("x,x\n1,2\n")).hasMessageContaining("'x' is not one");
        assertThatThrownBy(() -> read("x;y\n1;2\n"))
                .hasMessageEndingWith("only one column, 'x;y'; separate columns with commas");
        assertThatThrownBy(() -> read("x,y\n")).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> read("")).hasMessageContaining("at least one row");
    }

    @Test
    void an_open_quote_is_named_where_it_was_opened() {
        assertThatThrownBy(() -> read("x,y\n1,2\n\"3,4\n5,6\n"))
                .hasMessageEndingWith(":3: a quote is opened and never closed");
    }

    @Test
    void one_category_is_none() {
        assertThatThrownBy(() -> read("x,y\n1,a\n2,a\n").classification("y"))
                .hasMessageContaining("two categories at least");
        assertThatThrownBy(() -> read("x,y\n1,a\n2,\n").classification("y"))
                .hasMessageContaining(":3: the category in column 'y' is missing");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() throws IOException {
        var path = Files.write(folder.resolve("latin.csv"), "año,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CsvFile.read(path)).hasMessageContaining("is not UTF-8 text");
    }

    private CsvFile read(String text) {
        try {
            return CsvFile.read(Files.writeString(folder.resolve("data.csv"), text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
