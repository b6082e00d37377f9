package frozen;

import org.retrato.api.Activation;
import org.retrato.api.Name;
import org.retrato.api.Tensor;

/** Lets one half of a row through as the other half says, and adds what the whole row says; the width changes. */
@Name("row-gate")
public record Gate() implements Activation {

    @Override
    public Tensor apply(Tensor x) {
        var half = x.size(-1) / 2;
        var gated = x.slice(-1, 0, half).mul(x.slice(-1, half, 2 * half).sigmoid());
        var row = gated.logSumExp(-1)
                .add(gated.max(-1))
                .add(gated.min(-1))
                .add(gated.mean(-1))
                .add(gated.sum(-1))
                .mul(0.1)
                .unsqueeze(-1);
        var folded = gated.reshape(-1, half, 1).squeeze(2);
        return Tensor.concat(-1, folded.add(row), gated.softmax(-1), gated.logSoftmax(-1).tanh())
                .append(-1, row);
    }
}
