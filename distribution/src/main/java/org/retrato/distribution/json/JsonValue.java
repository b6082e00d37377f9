package org.retrato.distribution.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.runtime.data.DataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Is a value of JSON, which its reader expects to be of some form: where it is of another, or missing, what is asked for is
 * empty.
 *
 * @param value a map by names, a list, a string, a number, a boolean, or null
 */
public record JsonValue(@Nullable Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();

    public JsonValue {
        value = value instanceof JsonValue wrapped ? wrapped.value : value;
    }

    /**
     * Reads a file.
     *
     * @throws DataException if it cannot be read, or is not JSON
     */
    public static JsonValue read(Path path) {
        try (var in = Files.newInputStream(path);
                var parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            return new JsonValue(read(parser));
        } catch (IOException | JacksonException failure) {
            throw new DataException("cannot read " + path + ": " + failure.getMessage(), failure);
        }
    }

    /** Reads the value whose first token is the current one, and stops at its last. */
    private static @Nullable Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var properties = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    parser.nextToken();
                    properties.put(name, read(parser));
                }
                yield properties;
            }
            case START_ARRAY -> {
                var elements = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    /** Returns the property of an object. */
    public JsonValue get(String name) {
        return new JsonValue(value instanceof Map<?, ?> properties ? properties.get(name) : null);
    }

    /** Returns the elements of an array. */
    public List<JsonValue> elements() {
        return value instanceof List<?> elements
                ? elements.stream().map(JsonValue::new).toList()
                : List.of();
    }

    /** Returns the text of a string. */
    public String text() {
        return value instanceof String text ? text : "";
    }

    /** Returns the object with a property that is new, or in the place of one with that name. */
    public JsonValue with(String name, Object property) {
        var properties = properties();
        properties.put(name, property);
        return new JsonValue(properties);
    }

    /** Returns the object without a property. */
    public JsonValue without(String name) {
        var properties = properties();
        properties.remove(name);
        return new JsonValue(properties);
    }

    private Map<String, @Nullable Object> properties() {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> copy.put((String) name, property));
        }
        return copy;
    }

    /** Returns the array with one more element. */
    public JsonValue and(Object element) {
        return new JsonValue(
                Stream.concat(elements().stream(), Stream.of(element)).toList());
    }

    /** Writes it without blanks, with the properties of each object by name, so that equal values have equal bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(json, value);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case JsonValue wrapped -> write(json, wrapped.value);
            case Map<?, ?> properties -> {
                json.writeStartObject();
                new TreeMap<>(properties).forEach((name, property) -> {
                    json.writeName((String) name);
                    write(json, property);
                });
                json.writeEndObject();
            }
            case List<?> elements -> {
                json.writeStartArray();
                elements.forEach(element -> write(json, element));
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeRawValue(number.toString());
            case null -> json.writeNull();
            default -> throw new IllegalArgumentException("not a value of JSON: " + value);
        }
    }
}
