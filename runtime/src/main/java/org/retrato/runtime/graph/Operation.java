package org.retrato.runtime.graph;

/**
 * Names what a {@link Node} computes from its inputs.
 *
 * <p>The inputs of an element-wise operation ({@link Unary}, {@link Binary}, {@link Choose}) have the shape of the result:
 * what is smaller is repeated by an explicit {@link Broadcast} before.
 */
public sealed interface Operation {

    /** Is given from outside when the formula runs. */
    record Input(String name) implements Operation {}

    /** Is one number everywhere. */
    record Constant(double value) implements Operation {}

    /** Is the number of rows of the batch, a scalar. */
    record BatchSize() implements Operation {}

    /** Computes each element from one. */
    enum Unary implements Operation {
        NEG,
        ABS,
        SIGN,
        FLOOR,
        SQRT,
        EXP,
        EXPM1,
        LOG,
        LOG1P,
        SIN,
        COS,
        TANH,
        SIGMOID,
        SOFTPLUS,
        ERF
    }

    /** Computes each element from two; the comparisons yield 1 for true and 0 for false. */
    enum Binary implements Operation {
        ADD,
        SUB,
        MUL,
        DIV,
        POW,
        MAXIMUM,
        MINIMUM,
        LESS_THAN,
        LESS_OR_EQUAL,
        EQUAL_TO
    }

    /** Takes its second input where its first is not 0, elsewhere its third. */
    record Choose() implements Operation {}

    /** Is its input, through which no gradient flows. */
    record Detach() implements Operation {}

    /** Repeats its input along axes that are missing or have size 1, as NumPy does. */
    record Broadcast() implements Operation {}

    /** Adds along an axis, which disappears. */
    record Sum(int axis) implements Operation {}

    /** Takes the largest along an axis, which disappears. */
    record Max(int axis) implements Operation {}

    /** Multiplies two matrices. */
    record MatMul() implements Operation {}

    /** Exchanges the two axes of a matrix. */
    record Transpose() implements Operation {}

    /** Takes a range along an axis. */
    record Slice(int axis, int from, int to) implements Operation {}

    /** Puts its second input behind its first along an axis. */
    record Append(int axis) implements Operation {}

    /** Has the same elements in the same order, and other sizes. */
    record Reshape() implements Operation {}
}
