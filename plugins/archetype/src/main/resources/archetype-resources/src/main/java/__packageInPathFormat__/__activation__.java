package ${package};

import org.retrato.api.Activation;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/**
 * Lets a little through below 0 (Swish; Ramachandran, Zoph and Le, 2017): x · sigmoid(beta · x).
 *
 * @param beta how sharp the bend at 0 is, above 0; the larger, the nearer to relu
 */
public record ${activation}(double beta) implements Activation {

    public ${activation} {
        Range.positive("beta", beta);
    }

    /** Holds the defaults. */
    public ${activation}() {
        this(1);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.mul(x.mul(beta).sigmoid());
    }
}
