package org.retrato.distribution.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.data.DataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Is a value of JSON, which its reader expects to be of some form: where it is of another, or missing, what is asked for is
 * empty.
 *
 * @param value a map by names, a list of such values, a text, or null for anything else
 */
public record JsonValue(@Nullable Object value) {

    private static final JsonValue NOTHING = new JsonValue(null);

    /**
     * Reads a file.
     *
     * @throws DataException if it cannot be read, or is not JSON
     */
    public static JsonValue read(Path path) {
        try (var in = Files.newInputStream(path);
                var parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException | JacksonException failure) {
            throw new DataException("cannot read " + path + ": " + failure.getMessage(), failure);
        }
    }

    /** Reads the value whose first token is the current one, and stops at its last. */
    private static JsonValue read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var properties = new LinkedHashMap<String, JsonValue>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    parser.nextToken();
                    properties.put(name, read(parser));
                }
                yield new JsonValue(properties);
            }
            case START_ARRAY -> {
                var elements = new ArrayList<JsonValue>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield new JsonValue(elements);
            }
            case VALUE_STRING -> new JsonValue(parser.getString());
            case null, default -> NOTHING;
        };
    }

    /** Returns the property of an object. */
    public JsonValue get(String name) {
        return value instanceof Map<?, ?> properties && properties.get(name) instanceof JsonValue property
                ? property
                : NOTHING;
    }

    /** Returns the elements of an array. */
    public List<JsonValue> elements() {
        return value instanceof List<?> elements
                ? elements.stream().map(JsonValue.class::cast).toList()
                : List.of();
    }

    /** Returns the text of a string. */
    public String text() {
        return value instanceof String text ? text : "";
    }
}
