package org.retrato.distribution.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON that people can read too. */
public final class JsonFile {

    private JsonFile() {}

    /** Writes the file, whole or not at all. */
    public static void write(Path path, Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(new Pretty(), bytes)) {
            content.accept(json);
        }
        bytes.write('\n');
        try (var file = AtomicFile.open(path)) {
            bytes.writeTo(file.stream());
            file.commit();
        } catch (IOException failure) {
            throw new DataException("cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }

    /** Writes a number; JSON has no infinities. */
    public static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
