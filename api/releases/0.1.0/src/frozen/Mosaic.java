package frozen;

import org.retrato.api.Activation;
import org.retrato.api.Layer;
import org.retrato.api.Range;
import org.retrato.api.Tensor;

/** Adds up every function of one element; its hyperparameters are of every type that a number or a word can have. */
public record Mosaic(double frequency, int floors, long offset, boolean steep, String curve) implements Activation {

    public Mosaic {
        Range.positive("frequency", frequency);
        Range.atLeast("floors", floors, 1);
        Range.finite("offset", offset);
    }

    public Mosaic() {
        this(2, 4, -1, true, "erf");
    }

    @Override
    public Tensor apply(Tensor x) {
        var near = x.clamp(-4, 4).named("near");
        var curve = this.curve.equals("erf") ? near.erf() : near.tanh();
        return curve.add(steep ? near.tanh() : near)
                .add(near.sub(offset).sigmoid())
                .add(near.mul(frequency).sin())
                .add(near.cos())
                .add(near.softplus())
                .add(waterline(near))
                .add(powers(near))
                .div(4);
    }

    private Tensor waterline(Tensor near) {
        var height = near.abs();
        var stairs = near.mul(floors).floor().add(near.sign()).div(floors).detach();
        return stairs.add(height.add(1).log())
                .add(height.log1p())
                .add(height.add(1).reciprocal())
                .add(height.add(2).rdiv(1))
                .sub(height.rsub(1));
    }

    private Tensor powers(Tensor near) {
        var above = near.square().add(1);
        return near.exp()
                .add(near.expm1())
                .add(above.sqrt())
                .add(above.pow(0.3))
                .add(above.pow(near.neg().sigmoid()))
                .add(near.rpow(1.5))
                .mul(0.05);
    }

    @Override
    public Tensor weights(Layer layer) {
        var bound = Math.sqrt(6.0 / (layer.inputs() + layer.outputs()));
        return layer.index() < layer.layers() - 1
                ? layer.uniform(bound, layer.inputs(), layer.outputs())
                : layer.normal(bound / 2, layer.inputs(), layer.outputs());
    }

    @Override
    public Tensor biases(Layer layer) {
        return layer.filled(0.01, layer.outputs());
    }
}
