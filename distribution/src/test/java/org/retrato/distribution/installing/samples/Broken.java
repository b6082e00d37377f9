package org.retrato.distribution.installing.samples;

import org.retrato.api.Activation;
import org.retrato.api.Tensor;

/** Cannot be created. */
public record Broken() implements Activation {

    public Broken {
        throw new IllegalStateException("broken to begin with");
    }

    @Override
    public Tensor apply(Tensor x) {
        return x;
    }
}
