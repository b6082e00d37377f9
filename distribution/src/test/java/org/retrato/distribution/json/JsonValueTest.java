package org.retrato.distribution.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retrato.runtime.data.DataException;

class JsonValueTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_read_is_written_again_by_name() throws Exception {
        assertThat(text(read("{\"b\": [1, -2.5, \"ñ\\n\", true, null, {}], \"a\": false}")))
                .isEqualTo("{\"a\":false,\"b\":[1,-2.5,\"ñ\\n\",true,null,{}]}");
    }

    @Test
    void what_is_missing_or_of_another_form_is_empty() throws Exception {
        var value = read("{\"name\": \"huber\", \"list\": [7]}");
        assertThat(value.get("name").text()).isEqualTo("huber");
        assertThat(value.get("other").get("name").text()).isEmpty();
        assertThat(value.get("list").text()).isEmpty();
        assertThat(value.get("name").elements()).isEmpty();
        assertThat(value.get("list").elements().getFirst().value()).isEqualTo(7);
    }

    @Test
    void changes_leave_the_original_as_it_is() {
        var one = new JsonValue(Map.of("a", List.of("x"), "b", 1));
        assertThat(text(one.with("a", one.get("a").and("y")).without("b"))).isEqualTo("{\"a\":[\"x\",\"y\"]}");
        assertThat(text(one)).isEqualTo("{\"a\":[\"x\"],\"b\":1}");
    }

    @Test
    void a_file_that_is_not_json_is_named() {
        assertThatThrownBy(() -> read("{\"name\": }"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("cannot read " + folder.resolve("json"));
    }

    private JsonValue read(String text) throws Exception {
        return JsonValue.read(Files.writeString(folder.resolve("json"), text));
    }

    private static String text(JsonValue value) {
        return new String(value.bytes(), UTF_8);
    }
}
