package org.retrato.runtime.graph;

import java.util.Locale;
import java.util.function.Supplier;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.api.Tensor;
import org.retrato.runtime.supervision.ForeignCode;
import org.retrato.runtime.supervision.RunawayException;
import org.retrato.runtime.supervision.Supervision;

/** Says that the formula of a component could not be recorded: which component, and what is wrong with it. */
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final String FORMULA = "the formula of the ";

    /** Says what is wrong with the formula of a component. */
    public FormulaException(Component component, String problem) {
        super(message(FORMULA, component, problem));
    }

    private FormulaException(String what, Component component, String problem, Throwable cause) {
        super(message(what, component, problem), cause);
    }

    /** Records a formula, so that what goes wrong within names the component. */
    public static Node record(Component component, Supplier<Tensor> formula) {
        var result = ask(FORMULA, component, formula);
        if (!(result instanceof Node node)) {
            throw new FormulaException(
                    component, "it returns " + result + "; return a tensor computed from those given");
        }
        return node;
    }

    /** Asks a component for what is no formula, as a style for its parts, so that what goes wrong names the component. */
    public static <T> T ask(Component component, Supplier<T> question) {
        return ask("the ", component, question);
    }

    private static <T> T ask(String what, Component component, Supplier<T> question) {
        try {
            Supervision.requireNoneLeft(component.getClass());
            return Supervision.call(component.getClass(), question);
        } catch (FormulaException within) {
            throw within; // names the component that is to blame, which is part of this one
        } catch (IllegalArgumentException | RunawayException failure) {
            throw new FormulaException(what, component, String.valueOf(failure.getMessage()), failure);
        } catch (RuntimeException | Error failure) {
            // not a message of ours, so the type matters
            var problem = ForeignCode.isDeniedNativeCode(component.getClass(), failure)
                    ? "it calls native code, which its plugin may not (" + failure
                            + "); if you trust it, grant its id native access, as the guide to plugins says"
                    : failure.toString();
            throw new FormulaException(what, component, problem, failure);
        }
    }

    private static String message(String what, Component component, String problem) {
        var kind = switch (component) {
            case Activation _ -> Activation.class;
            case Loss _ -> Loss.class;
            case Optimizer _ -> Optimizer.class;
            case Schedule _ -> Schedule.class;
            case Style _ -> Style.class;
        };
        return what + kind.getSimpleName().toLowerCase(Locale.ROOT) + " " + name(component) + " is wrong: " + problem;
    }

    /** Returns a component in its own words, which are code like any other. */
    private static String name(Component component) {
        try {
            return Supervision.call(component.getClass(), component::toString);
        } catch (RuntimeException | Error _) {
            return component.getClass().getSimpleName();
        }
    }
}
