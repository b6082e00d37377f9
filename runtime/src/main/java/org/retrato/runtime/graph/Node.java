package org.retrato.runtime.graph;

import java.util.List;
import org.retrato.api.Tensor;
import org.retrato.runtime.graph.Operation.Binary;
import org.retrato.runtime.graph.Operation.Unary;

/** Is one operation in a {@link Graph}: what the runtime records where an author writes on {@link Tensor}. */
public final class Node implements Tensor {

    private final Graph graph;
    private final int id;
    private final Operation operation;
    private final List<Node> inputs;
    private final Shape shape;
    private final boolean condition;

    Node(Graph graph, int id, Operation operation, List<Node> inputs, Shape shape) {
        this.graph = graph;
        this.id = id;
        this.operation = operation;
        this.inputs = inputs;
        this.shape = shape;
        this.condition = decides(operation, inputs);
    }

    /** Returns the graph to which the node belongs. */
    public Graph graph() {
        return graph;
    }

    /** Returns the position in the graph; larger than that of every input. */
    public int id() {
        return id;
    }

    /** Returns what is computed. */
    public Operation operation() {
        return operation;
    }

    /** Returns what it is computed from. */
    public List<Node> inputs() {
        return inputs;
    }

    /** Returns one of the inputs. */
    public Node input(int index) {
        return inputs.get(index);
    }

    /** Returns the shape of the result. */
    public Shape shape() {
        return shape;
    }

    /** Returns whether this is given from outside. */
    public boolean isInput() {
        return operation instanceof Operation.Input;
    }

    /** Returns whether this is the same number everywhere, known while tracing. */
    public boolean isConstant(double value) {
        return operation instanceof Operation.Constant(var number) && number == value;
    }

    /** Returns whether every element is known to be 1 (true) or 0 (false). */
    public boolean isCondition() {
        return condition;
    }

    private static boolean decides(Operation operation, List<Node> inputs) {
        return switch (operation) {
            case Operation.Constant(var value) -> value == 0 || value == 1;
            case Operation.Input _, Operation.BatchSize _, Operation.Sum _, Operation.MatMul _, Unary _ -> false;
            case Binary.LESS_THAN, Binary.LESS_OR_EQUAL, Binary.EQUAL_TO -> true;
            case Binary.SUB -> inputs.getFirst().isConstant(1) && inputs.getLast().condition;
            case Binary.ADD, Binary.DIV -> false;
            case Operation.Choose() -> inputs.get(1).condition && inputs.get(2).condition;
            default -> inputs.stream().allMatch(Node::isCondition);
        };
    }

    @Override
    public int rank() {
        return shape.rank();
    }

    @Override
    public int size(int axis) {
        var size = shape.size(shape.axis("size", axis));
        if (size == Shape.BATCH) {
            throw new IllegalArgumentException("size: axis " + axis + " of " + shape
                    + " is the batch, whose size is not known while a formula is recorded; mean(" + axis
                    + ") divides by it");
        }
        return size;
    }

    @Override
    public Node constant(double value) {
        return graph.constant(value, Shape.SCALAR);
    }

    @Override
    public Node named(String name) {
        graph.name(this, name);
        return this;
    }

    @Override
    public Node detach() {
        return switch (operation) {
            case Operation.Detach _, Operation.Constant _, Operation.BatchSize _ -> this;
            default -> graph.intern(new Operation.Detach(), shape, this);
        };
    }

    @Override
    public Node parameter(String name, double initial, int... shape) {
        return graph.parameter(name, initial, shape);
    }

    @Override
    public Node add(Tensor other) {
        return binary(Binary.ADD, "add", other);
    }

    @Override
    public Node sub(Tensor other) {
        return binary(Binary.SUB, "sub", other);
    }

    @Override
    public Node mul(Tensor other) {
        return binary(Binary.MUL, "mul", other);
    }

    @Override
    public Node div(Tensor other) {
        return binary(Binary.DIV, "div", other);
    }

    @Override
    public Node pow(Tensor exponent) {
        return binary(Binary.POW, "pow", exponent);
    }

    @Override
    public Node maximum(Tensor other) {
        return binary(Binary.MAXIMUM, "maximum", other);
    }

    @Override
    public Node minimum(Tensor other) {
        return binary(Binary.MINIMUM, "minimum", other);
    }

    @Override
    public Node lessThan(Tensor other) {
        return binary(Binary.LESS_THAN, "lessThan", other);
    }

    @Override
    public Node lessOrEqual(Tensor other) {
        return binary(Binary.LESS_OR_EQUAL, "lessOrEqual", other);
    }

    @Override
    public Node equalTo(Tensor other) {
        return binary(Binary.EQUAL_TO, "equalTo", other);
    }

    @Override
    public Node choose(Tensor yes, Tensor no) {
        var first = own("where", yes);
        var second = own("where", no);
        var values = Shape.broadcast("where", first.shape, second.shape);
        var common = Shape.broadcast("where", shape, values);
        return Simplification.choose(broadcast(common), first.broadcast(common), second.broadcast(common));
    }

    @Override
    public Node neg() {
        return unary(Unary.NEG);
    }

    @Override
    public Node abs() {
        return unary(Unary.ABS);
    }

    @Override
    public Node sign() {
        return unary(Unary.SIGN);
    }

    @Override
    public Node floor() {
        return unary(Unary.FLOOR);
    }

    @Override
    public Node sqrt() {
        return unary(Unary.SQRT);
    }

    @Override
    public Node exp() {
        return unary(Unary.EXP);
    }

    @Override
    public Node expm1() {
        return unary(Unary.EXPM1);
    }

    @Override
    public Node log() {
        return unary(Unary.LOG);
    }

    @Override
    public Node log1p() {
        return unary(Unary.LOG1P);
    }

    @Override
    public Node sin() {
        return unary(Unary.SIN);
    }

    @Override
    public Node cos() {
        return unary(Unary.COS);
    }

    @Override
    public Node tanh() {
        return unary(Unary.TANH);
    }

    @Override
    public Node sigmoid() {
        return unary(Unary.SIGMOID);
    }

    @Override
    public Node softplus() {
        return unary(Unary.SOFTPLUS);
    }

    @Override
    public Node erf() {
        return unary(Unary.ERF);
    }

    @Override
    public Node sum() {
        var total = this;
        while (total.rank() > 0) {
            total = total.sum(-1);
        }
        return total;
    }

    @Override
    public Node sum(int axis) {
        var counted = shape.axis("sum", axis);
        return Rearrangement.sum(this, counted);
    }

    @Override
    public Node mean() {
        return sum().div(elements());
    }

    @Override
    public Node mean(int axis) {
        var counted = shape.axis("mean", axis);
        return sum(counted).div(length(counted));
    }

    @Override
    public Node max() {
        var largest = this;
        while (largest.rank() > 0) {
            largest = largest.max(-1);
        }
        return largest;
    }

    @Override
    public Node max(int axis) {
        var counted = shape.axis("max", axis);
        return Rearrangement.max(this, counted);
    }

    @Override
    public Node matmul(Tensor other) {
        var right = own("matmul", other);
        if (rank() != 2 || right.rank() != 2 || shape.size(1) != right.shape.size(0)) {
            throw new IllegalArgumentException("matmul: the shapes " + shape + " and " + right.shape
                    + " do not fit; it takes [rows, inner] and [inner, columns]");
        }
        return graph.intern(new Operation.MatMul(), Shape.of(shape.size(0), right.shape.size(1)), this, right);
    }

    @Override
    public Node transpose() {
        if (rank() != 2) {
            throw new IllegalArgumentException("transpose: the shape " + shape + " is not that of a matrix");
        }
        return Rearrangement.transpose(this);
    }

    @Override
    public Node slice(int axis, int from, int to) {
        var counted = notBatch("slice", axis);
        var size = shape.size(counted);
        if (from < 0 || to > size || from >= to) {
            throw new IllegalArgumentException(
                    "slice: " + from + " to " + to + " is not a range along axis " + axis + " of the shape " + shape);
        }
        return Rearrangement.slice(this, counted, from, to);
    }

    @Override
    public Node append(int axis, Tensor other) {
        var counted = notBatch("concat", axis);
        var second = own("concat", other);
        second.notBatch("concat", axis);
        if (second.rank() != rank() || !second.shape.resized(counted, 1).equals(shape.resized(counted, 1))) {
            throw new IllegalArgumentException("concat: the shapes " + shape + " and " + second.shape
                    + " differ elsewhere than along axis " + axis);
        }
        return Rearrangement.append(counted, this, second);
    }

    @Override
    public Node reshape(int... sizes) {
        return reshape(Reshaping.of(shape, sizes));
    }

    Node reshape(Shape reshaped) {
        return Rearrangement.reshape(this, reshaped);
    }

    @Override
    public Node unsqueeze(int axis) {
        var counted = axis < 0 ? axis + rank() + 1 : axis;
        if (counted < 0 || counted > rank()) {
            throw new IllegalArgumentException("unsqueeze: axis " + axis + " does not fit the shape " + shape);
        }
        return reshape(shape.with(counted, 1));
    }

    @Override
    public Node squeeze(int axis) {
        var counted = shape.axis("squeeze", axis);
        if (shape.size(counted) != 1) {
            throw new IllegalArgumentException("squeeze: the size along axis " + axis + " of " + shape + " is not 1");
        }
        return reshape(shape.without(counted));
    }

    /** Returns this tensor repeated to a larger shape. */
    public Node broadcast(Shape larger) {
        if (!Shape.broadcast("broadcast", shape, larger).equals(larger)) {
            throw new IllegalArgumentException("broadcast: the shape " + shape + " does not fit into " + larger);
        }
        return Rearrangement.broadcast(this, larger);
    }

    /** Returns the number of elements, a scalar: a constant unless the batch is among the axes. */
    public Node elements() {
        var product = constant(1);
        for (var axis = 0; axis < rank(); axis++) {
            product = product.mul(length(axis));
        }
        return product;
    }

    /** Returns the size along an axis, a scalar. */
    Node length(int axis) {
        return shape.size(axis) == Shape.BATCH ? graph.batchSize() : constant(shape.size(axis));
    }

    private int notBatch(String name, int axis) {
        var counted = shape.axis(name, axis);
        if (shape.size(counted) == Shape.BATCH) {
            throw new IllegalArgumentException(
                    name + ": axis " + axis + " of " + shape + " is the batch; its rows cannot be taken apart");
        }
        return counted;
    }

    private Node own(String name, Tensor other) {
        var node = (Node) other;
        if (node.graph != graph) {
            throw new IllegalArgumentException(
                    name + ": " + node + " is a tensor of another formula; keep no tensors in fields");
        }
        return node;
    }

    private Node unary(Unary function) {
        return Simplification.unary(function, this);
    }

    private Node binary(Binary function, String name, Tensor other) {
        var right = own(name, other);
        var common = Shape.broadcast(name, shape, right.shape);
        return Simplification.binary(function, broadcast(common), right.broadcast(common));
    }

    /** Returns a short description for messages, as {@code the input 'x' [batch, 3]}. */
    @Override
    public String toString() {
        return switch (operation) {
            case Operation.Input(var name) -> "the input '" + name + "' " + shape;
            default -> operation + " " + shape;
        };
    }
}
