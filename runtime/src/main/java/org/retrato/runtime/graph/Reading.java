package org.retrato.runtime.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.retrato.runtime.graph.Notation.Sign;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;
import org.retrato.runtime.graph.Written.Level;

/**
 * Says how a node is read: from which other nodes its expression is written, and how.
 *
 * @param parts the nodes that show in the expression
 * @param writer puts the expression together from theirs
 */
record Reading(List<Node> parts, Writer writer) {

    /** Puts an expression together. */
    @FunctionalInterface
    interface Writer {
        Written write(Notation in, List<Written> parts);
    }

    /** Returns the node itself, or what it repeats, reshapes or detaches if it has no name of its own. */
    static Node core(Node node) {
        var core = node;
        while (passes(core) && core.graph().name(core).isEmpty()) {
            core = core.input(0);
        }
        return core;
    }

    private static boolean passes(Node node) {
        return switch (node.operation()) {
            case Operation.Broadcast _, Operation.Reshape _, Operation.Detach _ -> true;
            default -> false;
        };
    }

    static Reading of(Node node) {
        return Idiom.of(node).orElseGet(() -> {
            var parts = new ArrayList<Node>();
            node.inputs().forEach(input -> parts.add(core(input)));
            return of(node, List.copyOf(parts));
        });
    }

    /** Says how a node is read operation by operation: no idiom is recognized, and no input looked through. */
    static Reading literally(Node node) {
        return of(node, node.inputs());
    }

    /** Returns the name that an input shows under: the one that it was given with {@code named}, or its own. */
    static Optional<String> inputName(Node node) {
        return node.operation() instanceof Operation.Input(var name)
                ? Optional.of(node.graph().name(node).orElse(name))
                : Optional.empty();
    }

    private static Reading of(Node node, List<Node> parts) {
        return switch (node.operation()) {
            case Operation.Input _ ->
                new Reading(parts, (in, _) -> in.name(inputName(node).orElseThrow()));
            case Operation.Constant(var value) -> new Reading(parts, (in, _) -> in.number(value));
            case Operation.BatchSize _ -> new Reading(parts, (in, _) -> in.name("batch"));
            case Unary function -> new Reading(parts, (in, written) -> unary(in, function, written.getFirst()));
            case Binary function -> binary(function, parts);
            case Operation.Choose _ ->
                new Reading(parts, (in, written) -> {
                    var condition = parts.getFirst().isCondition()
                            ? written.getFirst()
                            : in.infix(written.getFirst(), Sign.NOT_EQUAL, in.number(0), Level.COMPARISON);
                    return in.cases(condition, written.get(1), written.get(2));
                });
            case Operation.Detach _, Operation.Broadcast _, Operation.Reshape _ ->
                new Reading(parts, (_, written) -> written.getFirst());
            case Operation.Sum(var axis) -> reduction("sum", axis, node, parts);
            case Operation.Max(var axis) -> reduction("max", axis, node, parts);
            case Operation.MatMul _ ->
                new Reading(
                        parts,
                        (in, written) -> in.infix(written.getFirst(), Sign.MATRIX, written.getLast(), Level.PRODUCT));
            case Operation.Transpose _ -> new Reading(parts, (in, written) -> in.transposed(written.getFirst()));
            case Operation.Slice(var axis, var from, var to) ->
                new Reading(parts, (in, written) -> {
                    var all = ":, ".repeat(axis);
                    return Written.atom(in.operand(written.getFirst(), Level.ATOM) + "[" + all + from + ":" + to + "]");
                });
            case Operation.Append _ ->
                new Reading(parts, (in, written) -> in.call("concat", written.getFirst(), written.getLast()));
        };
    }

    private static Reading reduction(String name, int axis, Node node, List<Node> parts) {
        var subscript = node.rank() == 0 ? "" : String.valueOf(axis);
        return new Reading(parts, (in, written) -> in.call(name, subscript, written));
    }

    private static Written unary(Notation in, Unary function, Written x) {
        return switch (function) {
            case NEG -> in.negation(x);
            case ABS -> in.between("|", x, "|");
            case FLOOR -> in.between("⌊", x, "⌋");
            case SQRT -> in.root(x);
            case EXP -> in.exponential(x);
            case EXPM1 -> in.difference(in.exponential(x), in.number(1));
            case LOG1P -> in.call("log", in.sum(in.number(1), x));
            case SIGMOID -> in.call("σ", x);
            case SIGN -> in.call("sign", x);
            case LOG -> in.call("log", x);
            case SIN -> in.call("sin", x);
            case COS -> in.call("cos", x);
            case TANH -> in.call("tanh", x);
            case SOFTPLUS -> in.call("softplus", x);
            case ERF -> in.call("erf", x);
        };
    }

    private static Reading binary(Binary function, List<Node> parts) {
        var conditions = parts.stream()
                .allMatch(part -> part.isCondition() && !(part.operation() instanceof Operation.Constant));
        return new Reading(parts, (in, written) -> {
            var left = written.getFirst();
            var right = written.getLast();
            return switch (function) {
                case ADD -> in.sum(left, right);
                case SUB -> in.difference(left, right);
                case MUL ->
                    conditions
                            ? in.infix(left, Sign.AND, right, Level.AND)
                            : parts.getLast().operation() instanceof Operation.Constant
                                    ? in.product(right, left)
                                    : in.product(left, right);
                case DIV -> in.quotient(left, right);
                case POW -> in.power(left, right);
                case MAXIMUM -> conditions ? in.infix(left, Sign.OR, right, Level.OR) : in.call("max", left, right);
                case MINIMUM -> in.call("min", left, right);
                case LESS_THAN -> in.infix(left, Sign.LESS, right, Level.COMPARISON);
                case LESS_OR_EQUAL -> in.infix(left, Sign.LESS_OR_EQUAL, right, Level.COMPARISON);
                case EQUAL_TO -> in.infix(left, Sign.EQUAL, right, Level.COMPARISON);
            };
        });
    }
}
