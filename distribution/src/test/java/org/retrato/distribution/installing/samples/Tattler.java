package org.retrato.distribution.installing.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/** Leaves a file behind as soon as it is loaded. */
public record Tattler() implements Activation {

    static {
        try {
            Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "loaded"), "it was");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        return x;
    }
}
