package org.retrato.testkit.schedule;

import static org.retrato.testkit.rule.Outcome.broken;
import static org.retrato.testkit.rule.Outcome.kept;

import java.util.List;
import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.api.Style;
import org.retrato.api.Target;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.DivergedException;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;
import org.retrato.testkit.numeric.Digits;
import org.retrato.testkit.rule.Outcome;
import org.retrato.testkit.rule.Rule;

/** Lists the rules for styles. */
public final class StyleRules {

    /**
     * A style, and where its references are looked up.
     *
     * @param style as its author wrote it
     * @param catalog what is installed
     */
    public record Subject(Style style, Catalog catalog) {

        Composition resolved() {
            var parts = Composition.of(style);
            return new Composition(
                    catalog.resolve(Activation.class, parts.activation()),
                    catalog.resolve(Loss.class, parts.loss()),
                    catalog.resolve(Optimizer.class, parts.optimizer()),
                    catalog.resolve(Schedule.class, parts.schedule()));
        }
    }

    /** The rules, in the order in which they are checked. */
    public static final List<Rule<Subject>> ALL = List.of(
            Rule.must(
                    "S5",
                    "Its parts learn together",
                    "A hundred steps on a small network, at its own learning rate: the loss goes down.",
                    StyleRules::learns),
            Rule.should(
                    "S6",
                    "Each part is a record component",
                    "Users replace it then, as in style(optimizer=sgd).",
                    StyleRules::parts));

    private StyleRules() {}

    private static Outcome learns(Subject subject) {
        var style = subject.resolved();
        var compiler = new Compiler(new KernelCompiler());
        var losses = new double[100];
        try (var workers = new Workers(1)) {
            var model = new Model(
                    Network.dense(2, List.of(16, 16), 3), style.activation(), style.loss(), Randomness.of(7), compiler);
            var samples = samples(Target.categories().equals(style.target()));
            new Trainer(model, style, samples, new Settings(losses.length, 0, 7), compiler, workers)
                    .train(progress -> losses[progress.step() - 1] = progress.loss());
        } catch (DivergedException diverged) {
            return broken(String.valueOf(diverged.getMessage()), "choose a smaller learning rate");
        }
        var last = losses[losses.length - 1];
        return last < losses[0]
                ? kept("from %s to %s".formatted(Digits.of(losses[0]), Digits.of(last)))
                : broken(
                        "the loss goes from %s to %s".formatted(Digits.of(losses[0]), Digits.of(last)),
                        "choose another learning rate, or parts that go together");
    }

    /** Returns places on a canvas and their colours, or the quarter in which they lie. */
    private static Samples samples(boolean categories) {
        var inputs = new float[64][];
        var targets = new float[64][];
        for (var i = 0; i < 64; i++) {
            var x = i % 8 / 7f;
            var y = i / 8 / 7f;
            inputs[i] = new float[] {2 * x - 1, 2 * y - 1};
            targets[i] = categories
                    ? Samples.oneHot(new int[] {x < 0.5 ? 0 : y < 0.5 ? 1 : 2}, 3)
                    : new float[] {x, 1 - y, x * y};
        }
        return Samples.of(inputs, targets);
    }

    private static Outcome parts(Subject subject) {
        var types = List.of(subject.style().getClass().getRecordComponents()).stream()
                .<Class<?>>map(component -> component.getType())
                .toList();
        var missing = List.<Class<?>>of(Activation.class, Loss.class, Optimizer.class).stream()
                .filter(part -> !types.contains(part))
                .map(Class::getSimpleName)
                .toList();
        return missing.isEmpty()
                ? kept()
                : broken(
                        "no record component is of the type " + String.join(", ", missing),
                        "declare the part as a record component, with its default in the constructor without arguments");
    }
}
