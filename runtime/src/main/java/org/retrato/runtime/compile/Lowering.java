package org.retrato.runtime.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.retrato.runtime.compile.loop.ErrorFunction;
import org.retrato.runtime.compile.loop.Exponentials;
import org.retrato.runtime.compile.loop.FloatLanes;
import org.retrato.runtime.compile.loop.Lanes;
import org.retrato.runtime.compile.loop.Logarithms;
import org.retrato.runtime.compile.loop.Loop;
import org.retrato.runtime.compile.loop.MaskLanes;
import org.retrato.runtime.compile.loop.Powers;
import org.retrato.runtime.compile.loop.Rounding;
import org.retrato.runtime.compile.loop.Trigonometry;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;
import org.retrato.runtime.graph.Shape;

/**
 * Writes element-wise nodes as the lanes of one fused loop.
 *
 * <p>Numbers of the formula become arguments of the kernel, so that formulas that differ in their hyperparameters alone
 * share a class. A product that only one sum reads is fused with it and rounded once. Dividing by one number is multiplying by
 * its reciprocal, computed once in doubles: rounded twice, but a quotient takes the processor as long as ten products.
 */
final class Lowering {

    private final Loop loop = new Loop();
    private final List<Node> arrays = new ArrayList<>();
    private final List<Node> scalars = new ArrayList<>();
    private final Map<Node, FloatLanes> values = new HashMap<>();
    private final Map<Node, MaskLanes> conditions = new HashMap<>();
    private final Map<Node, Integer> readers = new HashMap<>();
    private final List<Section> members = new ArrayList<>();
    private final List<Section> results = new ArrayList<>();

    /**
     * Says which instructions of the loop were built for a node.
     *
     * @param from the size of the loop before
     * @param to the size of the loop after
     */
    record Section(Node node, int from, int to) {}

    /**
     * Lowers the members, each of which comes after its inputs; what they read from outside becomes an argument.
     *
     * @param results what is stored, to the arrays whose numbers follow those that are read
     */
    Lowering(List<Node> members, List<Node> results) {
        for (var member : members) {
            for (var input : member.inputs()) {
                readers.merge(Plan.source(input), 1, Integer::sum);
            }
        }
        for (var member : members) {
            var from = loop.size();
            lower(member);
            this.members.add(new Section(member, from, loop.size()));
        }
        var stored = new ArrayList<FloatLanes>();
        for (var result : results) {
            var from = loop.size();
            stored.add(value(result));
            this.results.add(new Section(result, from, loop.size()));
        }
        for (var store = 0; store < stored.size(); store++) {
            loop.store(arrays.size() + store, stored.get(store));
        }
    }

    Loop loop() {
        return loop;
    }

    /** Returns what was built to compute the members, in their order. */
    List<Section> members() {
        return members;
    }

    /** Returns what was built to store the results, in their order. */
    List<Section> results() {
        return results;
    }

    /** Returns what a node that the loop computes or reads is there: a mask if it is a condition. */
    Lanes lanes(Node node) {
        var source = Plan.source(node);
        var condition = conditions.get(source);
        return condition != null ? condition : Objects.requireNonNull(values.get(source));
    }

    /** Returns the arrays that the loop reads, in the order of their numbers. */
    List<Node> arrays() {
        return arrays;
    }

    /** Returns the scalars that the loop reads, in the order of their numbers; some are not in the formula. */
    List<Node> scalars() {
        return scalars;
    }

    private void lower(Node node) {
        switch (node.operation()) {
            case Unary function -> values.put(node, unary(function, value(node.input(0))));
            case Binary function -> binary(function, node);
            case Operation.Choose _ ->
                values.put(node, condition(node.input(0)).select(value(node.input(1)), value(node.input(2))));
            default -> throw new IllegalStateException(node + " is not element-wise");
        }
    }

    private void binary(Binary function, Node node) {
        var left = node.input(0);
        var right = node.input(1);
        switch (function) {
            case ADD -> values.put(node, sum(left, right));
            case SUB -> values.put(node, difference(left, right));
            case MUL -> values.put(node, value(left).mul(value(right)));
            case DIV -> values.put(node, quotient(left, right));
            case POW -> values.put(node, Powers.pow(value(left), value(right)));
            case MAXIMUM -> values.put(node, value(left).max(value(right)));
            case MINIMUM -> values.put(node, value(left).min(value(right)));
            case LESS_THAN -> conditions.put(node, value(left).less(value(right)));
            case LESS_OR_EQUAL -> conditions.put(node, value(left).lessEqual(value(right)));
            case EQUAL_TO -> conditions.put(node, value(left).equal(value(right)));
        }
    }

    private FloatLanes sum(Node left, Node right) {
        if (isFusible(left)) {
            return factor(left, 0).fma(factor(left, 1), value(right));
        }
        return isFusible(right)
                ? factor(right, 0).fma(factor(right, 1), value(left))
                : value(left).add(value(right));
    }

    private FloatLanes difference(Node left, Node right) {
        // two equal products must leave exactly 0, so neither is rounded less than the other
        if (isFusible(right) && !isProduct(left)) {
            return factor(right, 0).neg().fma(factor(right, 1), value(left));
        }
        return isFusible(left) && !isProduct(right)
                ? factor(left, 0).fma(factor(left, 1), value(right).neg())
                : value(left).sub(value(right));
    }

    private FloatLanes quotient(Node left, Node right) {
        var divisor = Plan.source(right);
        return Plan.isScalarArgument(divisor)
                ? value(left).mul(loop.scalar(number(scalars, reciprocal(divisor))))
                : value(left).div(value(right));
    }

    /** Returns the reciprocal of a number, a constant or a scalar, which may be repeated. */
    private static Node reciprocal(Node divisor) {
        var one = divisor.graph().constant(1, Shape.SCALAR);
        return switch (divisor.operation()) {
            case Operation.Constant(var value) -> divisor.graph().constant(1 / value, Shape.SCALAR);
            case Operation.Broadcast _ -> one.div(divisor.input(0));
            default -> one.div(divisor);
        };
    }

    private boolean isFusible(Node node) {
        var product = Plan.source(node);
        return isProduct(product) && values.containsKey(product) && readers.getOrDefault(product, 0) == 1;
    }

    private static boolean isProduct(Node node) {
        return Plan.source(node).operation() == Binary.MUL;
    }

    private FloatLanes factor(Node product, int index) {
        return value(Plan.source(product).input(index));
    }

    private FloatLanes value(Node node) {
        var source = Plan.source(node);
        var known = values.get(source);
        if (known != null) {
            return known;
        }
        var value = conditions.containsKey(source)
                ? conditions.get(source).select(1f, 0f)
                : Plan.isScalarArgument(source)
                        ? loop.scalar(number(scalars, source))
                        : loop.load(number(arrays, source));
        values.put(source, value);
        return value;
    }

    private MaskLanes condition(Node node) {
        var source = Plan.source(node);
        var known = conditions.get(source);
        return known != null ? known : value(source).equal(0f).not();
    }

    private static int number(List<Node> arguments, Node node) {
        if (!arguments.contains(node)) {
            arguments.add(node);
        }
        return arguments.indexOf(node);
    }

    private static FloatLanes unary(Unary function, FloatLanes x) {
        return switch (function) {
            case NEG -> x.neg();
            case ABS -> x.abs();
            case SIGN -> Rounding.sign(x);
            case FLOOR -> Rounding.floor(x);
            case SQRT -> x.sqrt();
            case EXP -> Exponentials.exp(x);
            case EXPM1 -> Exponentials.expm1(x);
            case LOG -> Logarithms.log(x);
            case LOG1P -> Logarithms.log1p(x);
            case SIN -> Trigonometry.sin(x);
            case COS -> Trigonometry.cos(x);
            case TANH -> Exponentials.tanh(x);
            case SIGMOID -> Exponentials.sigmoid(x);
            case SOFTPLUS -> Exponentials.softplus(x);
            case ERF -> ErrorFunction.erf(x);
        };
    }
}
