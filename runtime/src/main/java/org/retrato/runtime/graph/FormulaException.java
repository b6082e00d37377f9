package org.retrato.runtime.graph;

import java.util.Locale;
import java.util.function.Supplier;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Tensor;

/** Says that the formula of a component could not be recorded: which component, and what is wrong with it. */
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong with the formula of a component. */
    public FormulaException(Component component, String problem) {
        super(message(component, problem));
    }

    private FormulaException(Component component, RuntimeException failure) {
        super(message(component, String.valueOf(failure.getMessage())), failure);
    }

    /** Records a formula, so that what goes wrong within names the component. */
    public static Node record(Component component, Supplier<Tensor> formula) {
        Tensor result;
        try {
            result = formula.get();
        } catch (FormulaException within) {
            throw within; // names the component that is to blame, which is part of this one
        } catch (IllegalArgumentException failure) {
            throw new FormulaException(component, failure);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            // not a message of ours, so the type matters
            throw new FormulaException(component, new RuntimeException(failure.toString(), failure));
        }
        if (!(result instanceof Node node)) {
            throw new FormulaException(
                    component, "it returns " + result + "; return a tensor computed from those given");
        }
        return node;
    }

    private static String message(Component component, String problem) {
        var kind = switch (component) {
            case Activation _ -> Activation.class;
            case Loss _ -> Loss.class;
            case Optimizer _ -> Optimizer.class;
            case Schedule _ -> Schedule.class;
            default -> component.getClass();
        };
        return "the formula of the " + kind.getSimpleName().toLowerCase(Locale.ROOT) + " " + component + " is wrong: "
                + problem;
    }
}
