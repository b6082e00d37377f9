package org.retrato.runtime.training;

import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.Listing;
import org.retrato.runtime.graph.Shape;
import org.retrato.runtime.network.ActivationFunction;

/**
 * Shows what training runs for a component: one of the formulas that it compiles, for people.
 *
 * @param purpose what training runs it for
 * @param elementwise whether it is one loop, whatever the sizes
 * @param listing its steps
 */
public record Compilation(Purpose purpose, boolean elementwise, Listing listing) {

    /** The number of elements of a row in a listing; nothing in it depends on the number but the shapes that it shows. */
    private static final int WIDTH = 4;

    /** Says what training runs a formula for. */
    public enum Purpose {
        /** An activation, on the way from the inputs to the outputs. */
        FORWARD,
        /** An activation, on the way back. */
        BACKWARD,
        /** A loss and its gradient. */
        LOSS_AND_GRADIENT,
        /** What an optimizer adds up over each parameter before its step. */
        SUMS,
        /** What each parameter contributes to totals over all of them. */
        TOTALS,
        /** Where an optimizer has the gradient computed anew. */
        POINT,
        /** An optimizer's step. */
        STEP,
        /** The parameter to predict with, if it is not the one that is trained. */
        EVALUATION,
        /** The factor of the learning rate. */
        FACTOR
    }

    /**
     * Compiles a component as training does.
     *
     * @return what training runs, in order; nothing for a style, which is no more than its parts
     * @throws org.retrato.runtime.graph.FormulaException if the formula does not fit
     */
    public static List<Compilation> of(Component component, Compiler compiler) {
        return switch (component) {
            case Activation activation -> activation(ActivationFunction.of(activation, WIDTH, compiler));
            case Loss loss ->
                List.of(of(
                        Purpose.LOSS_AND_GRADIENT,
                        LossFunction.of(loss, WIDTH, compiler).formula(),
                        List.of("loss", "gradient")));
            case Optimizer optimizer -> new OptimizerCompilation(optimizer, Shape.of(3, WIDTH), compiler).list();
            case Schedule schedule ->
                List.of(of(Purpose.FACTOR, LearningRate.factor(schedule, compiler), List.of("factor")));
            default -> List.of();
        };
    }

    private static List<Compilation> activation(ActivationFunction function) {
        return List.of(
                of(
                        Purpose.FORWARD,
                        function.forward(),
                        function.elementwise() ? List.of("y", "derivative") : List.of("y")),
                of(Purpose.BACKWARD, function.backward(), List.of("dx")));
    }

    static Compilation of(Purpose purpose, CompiledFormula formula, List<String> outputs) {
        return new Compilation(purpose, formula.isOneLoop(), formula.listing(outputs));
    }
}
