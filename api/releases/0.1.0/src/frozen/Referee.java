package frozen;

import static org.retrato.api.Tensor.where;

import org.retrato.api.Loss;
import org.retrato.api.Range;
import org.retrato.api.Target;
import org.retrato.api.Tensor;

/** Judges each element by every condition that there is. */
public record Referee(double tolerance) implements Loss {

    public Referee {
        Range.between("tolerance", tolerance, 0, 1);
    }

    public Referee() {
        this(0.1);
    }

    @Override
    public Tensor apply(Tensor output, Tensor target) {
        var error = output.sub(target);
        var distance = error.abs();
        var low = output.lessThan(target).or(output.lessOrEqual(-1));
        var high = output.greaterThan(target).and(output.greaterOrEqual(target)).or(output.greaterOrEqual(2));
        var small = distance.lessOrEqual(tolerance).and(distance.lessThan(1)).and(distance.greaterThan(1).not());
        var hit = output.equalTo(target).or(error.equalTo(0));
        var far = distance.maximum(error.square()).minimum(distance.mul(distance)).maximum(0).minimum(1e3);
        var judged = where(small, error.square(), far)
                .add(where(low, distance.mul(0.1), 0))
                .add(where(high, 0, distance.mul(0.05)))
                .add(where(hit, 0, 0.01).mul(distance))
                .add(small.choose(distance, distance.div(distance.add(1))).mul(0.1));
        return where(output.lessOrEqual(target), judged, judged.mul(1.1));
    }

    @Override
    public Target target() {
        return Target.values();
    }
}
