package org.retrato.runtime.training;

import java.util.function.UnaryOperator;
import org.retrato.api.Optimizer;
import org.retrato.api.Role;
import org.retrato.api.Step;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.FormulaException;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Shape;

/** Records which parameter an optimizer predicts with: a formula that reads the parameter and the states. */
final class TracedEvaluation implements Step {

    private final Recording recording;
    private final Recording.Scope scope;
    private final Node parameter;

    private TracedEvaluation(Recording recording, Recording.Scope scope, Node parameter) {
        this.recording = recording;
        this.scope = scope;
        this.parameter = parameter;
    }

    /** Returns the parameter to predict with: that of training itself, unless the optimizer or one inside says otherwise. */
    static Node of(Optimizer optimizer, Recording recording) {
        return of(optimizer, recording, Recording.Scope.OUTERMOST);
    }

    private static Node of(Optimizer optimizer, Recording recording, Recording.Scope scope) {
        var others = recording.inner(scope).stream()
                .map(inner -> of(inner.path().getLast().optimizer(), recording, inner))
                .filter(inner -> inner != recording.parameter())
                .distinct()
                .toList();
        if (others.size() > 1) {
            throw new FormulaException(
                    optimizer,
                    "several optimizers in it predict with other parameters than they train; leave one of them");
        }
        var own = others.isEmpty() ? recording.parameter() : others.getFirst();
        var step = new TracedEvaluation(recording, scope, own);
        var evaluated = FormulaException.record(optimizer, () -> optimizer.evaluation(step));
        if (!evaluated.shape().equals(own.shape())) {
            throw new FormulaException(
                    optimizer,
                    "it evaluates a parameter of shape " + own.shape() + " as one of shape " + evaluated.shape());
        }
        return evaluated;
    }

    @Override
    public Tensor parameter() {
        return parameter;
    }

    @Override
    public Role role() {
        return recording.role();
    }

    @Override
    public Tensor iteration() {
        return recording.number("iteration");
    }

    @Override
    public Tensor state(String name) {
        var state = recording.find(scope, name);
        if (state == null) {
            var names = recording.states().keySet().stream()
                    .filter(known -> known.startsWith(scope.prefix()))
                    .map(known -> known.substring(scope.prefix().length()))
                    .toList();
            throw new IllegalArgumentException(
                    "there is no state '" + name + "'; update declares " + (names.isEmpty() ? "none" : names));
        }
        return state.old();
    }

    @Override
    public Tensor constant(double value) {
        return recording.constant(value, Shape.SCALAR);
    }

    @Override
    public Tensor gradient() {
        throw onlyReads("gradient()");
    }

    @Override
    public Tensor learningRate() {
        throw onlyReads("learningRate()");
    }

    @Override
    public Tensor loss() {
        throw onlyReads("loss()");
    }

    @Override
    public Tensor total(Tensor value) {
        throw onlyReads("total");
    }

    @Override
    public Tensor gradientAt(Tensor point) {
        throw onlyReads("gradientAt");
    }

    @Override
    public Tensor state(String name, UnaryOperator<Tensor> update) {
        throw declares(name);
    }

    @Override
    public Tensor state(String name, Tensor initial, UnaryOperator<Tensor> update) {
        throw declares(name);
    }

    @Override
    public Tensor update(Optimizer inner) {
        throw onlyReads("update");
    }

    @Override
    public Step withGradient(Tensor gradient) {
        throw onlyReads("withGradient");
    }

    private static IllegalArgumentException declares(String name) {
        return new IllegalArgumentException("evaluation declares the state '" + name
                + "', but only reads; declare it in update, and read it here with state(\"" + name + "\")");
    }

    private static IllegalArgumentException onlyReads(String method) {
        return new IllegalArgumentException("evaluation uses " + method
                + ", which belongs to update; it reads parameter(), state(name), role() and iteration() only");
    }
}
