package org.retrato.classics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.testkit.Formulas;
import org.retrato.testkit.GoldenValues;

/** Compares every formula with PyTorch in double precision. */
class GoldenTest {

    private static final GoldenValues GOLDEN = GoldenValues.read(GoldenTest.class.getResourceAsStream("golden.txt"));
    private static final Formulas ORACLE = Formulas.inDoubles();

    private static final Map<String, Component> COMPONENTS = Map.ofEntries(
            entry("relu", new Relu()),
            entry("sigmoid", new Sigmoid()),
            entry("tanh", new Tanh()),
            entry("mse", new Mse()),
            entry("huber", new Huber()),
            entry("huber(delta=0.25)", new Huber(0.25)),
            entry("huber(delta=2.5)", new Huber(2.5)),
            entry("cross-entropy", new CrossEntropy()),
            entry("sgd", new Sgd()),
            entry("sgd(learningRate=0.03)", new Sgd(0.03)),
            entry("momentum", new Momentum()),
            entry("momentum(learningRate=0.01,momentum=0.5)", new Momentum(0.01, 0.5)),
            entry("adam", new Adam()),
            entry("adam(learningRate=0.02,beta1=0.8,beta2=0.95,epsilon=0.001)", new Adam(0.02, 0.8, 0.95, 0.001)),
            entry("adam(beta1=0)", new Adam(1e-3, 0, 0.999, 1e-8)),
            entry("rmsprop", new Rmsprop()),
            entry("rmsprop(learningRate=0.002,alpha=0.9,epsilon=0.001)", new Rmsprop(0.002, 0.9, 0.001)),
            entry("constant", new Constant()),
            entry("cosine", new Cosine()),
            entry("cosine(warmup=0)", new Cosine(0)),
            entry("cosine(warmup=0.29)", new Cosine(0.29)),
            entry("step", new StepDecay()),
            entry("step(every=0.29,factor=0.1)", new StepDecay(0.29, 0.1)),
            entry("exponential", new Exponential()),
            entry("exponential(last=0.5)", new Exponential(0.5)),
            entry("exponential(last=1000)", new Exponential(1000)));

    @ParameterizedTest
    @MethodSource
    void an_activation_agrees_with_pytorch(String name) {
        var activation = (Activation) component(name);
        var input = GOLDEN.get(name, "input");
        assertClose(ORACLE.value(activation, input), GOLDEN.get(name, "value"), 1e-12, 0);
        // tanh' = 1 - y² loses digits where y is close to 1, in PyTorch as well
        assertClose(ORACLE.gradient(activation, input), GOLDEN.get(name, "gradient"), 1e-12, 1e-15);
    }

    static Stream<String> an_activation_agrees_with_pytorch() {
        return cases(Activation.class);
    }

    @ParameterizedTest
    @MethodSource
    void a_loss_agrees_with_pytorch(String name) {
        var loss = (Loss) component(name);
        var width = (int) GOLDEN.get(name, "shape")[1];
        var output = GOLDEN.get(name, "output");
        var target = GOLDEN.get(name, "target");
        assertClose(ORACLE.value(loss, width, output, target), GOLDEN.get(name, "value"), 1e-12, 1e-15);
        assertClose(ORACLE.gradient(loss, width, output, target), GOLDEN.get(name, "gradient"), 1e-12, 1e-15);
    }

    static Stream<String> a_loss_agrees_with_pytorch() {
        return cases(Loss.class).filter(name -> GOLDEN.has(name, "value"));
    }

    @Test
    void cross_entropy_predicts_the_softmax_of_pytorch() {
        var name = "cross-entropy#4";
        var prediction = ORACLE.prediction(new CrossEntropy(), 3, GOLDEN.get(name, "output"));
        assertClose(prediction, GOLDEN.get(name, "prediction"), 1e-12, 1e-300);
    }

    @ParameterizedTest
    @MethodSource
    void an_optimizer_takes_the_steps_of_pytorch(String name) {
        var optimizer = (Optimizer) component(name);
        var trajectory = ORACLE.trajectory(optimizer, GOLDEN.get("problem", "start"), GoldenTest::slope, 100);
        GOLDEN.cases()
                .get(name)
                .forEach((step, parameters) ->
                        assertClose(trajectory.get(Integer.parseInt(step) - 1), parameters, 1e-12, 1e-15));
    }

    static Stream<String> an_optimizer_takes_the_steps_of_pytorch() {
        return cases(Optimizer.class);
    }

    @ParameterizedTest
    @MethodSource
    void a_schedule_agrees_with_pytorch(String name) {
        var factors = GOLDEN.get(name, "factor");
        assertClose(ORACLE.factors((Schedule) component(name), factors.length), factors, 1e-12, 1e-14);
    }

    static Stream<String> a_schedule_agrees_with_pytorch() {
        return cases(Schedule.class);
    }

    /** The gradient of Σ curvature p² / 2 + ripple cos(3 p), the problem on which PyTorch's optimizers were run. */
    private static double[] slope(double[] parameters) {
        var curvature = GOLDEN.get("problem", "curvature");
        var ripple = GOLDEN.get("problem", "ripple");
        return IntStream.range(0, parameters.length)
                .mapToDouble(i -> curvature[i] * parameters[i] - 3 * ripple[i] * Math.sin(3 * parameters[i]))
                .toArray();
    }

    private static Stream<String> cases(Class<? extends Component> kind) {
        return GOLDEN.cases().keySet().stream().filter(name -> kind.isInstance(component(name)));
    }

    private static Component component(String name) {
        return COMPONENTS.get(name.replaceAll("#.*", ""));
    }

    private static void assertClose(double[] actual, double[] expected, double relative, double absolute) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d", i)
                    .isCloseTo(expected[i], within(relative * Math.abs(expected[i]) + absolute));
        }
    }
}
