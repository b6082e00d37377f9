import org.retrato.activations.Elu;
import org.retrato.activations.Gelu;
import org.retrato.activations.Glu;
import org.retrato.activations.LeakyRelu;
import org.retrato.activations.Prelu;
import org.retrato.activations.Silu;
import org.retrato.activations.Sine;
import org.retrato.activations.Swiglu;
import org.retrato.api.Activation;

/** Activations beyond the classics. */
module org.retrato.activations {
    requires org.retrato.api;
    requires static org.jspecify;

    provides Activation with
            Prelu,
            LeakyRelu,
            Elu,
            Gelu,
            Silu,
            Glu,
            Swiglu,
            Sine;
}
