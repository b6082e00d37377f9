package org.retrato.runtime.compile;

import java.util.List;
import org.retrato.runtime.compile.loop.Kernel;
import org.retrato.runtime.graph.Shape;

/**
 * Shows people what was compiled of a formula, step by step in the order in which it runs.
 *
 * <p>Arrays and numbers have the names of the inputs and outputs, those that the author gave with {@code named}, or else v1,
 * v2 and so on; a prime tells two of the same name apart, as a state before and after the step.
 */
public record Listing(List<Part> parts) {

    public Listing {
        parts = List.copyOf(parts);
    }

    /** Is one step, or several of those on numbers. */
    public sealed interface Part {}

    /** Computes one number for all elements, in doubles. */
    public record Scalar(String name, String expression) implements Part {}

    /** Computes an array, or a number, from whole arrays. */
    public record Whole(String name, String expression, Shape shape) implements Part {}

    /**
     * Computes some arrays from others, element by element, in one fused loop of vector instructions.
     *
     * @param shape the shape of all the arrays
     * @param reads the arrays that are read
     * @param writes the arrays that are written
     * @param values what is computed of each element, in order; a number in braces is an argument of the kernel
     * @param kernel the machine code; loops that differ in their arguments alone have the same
     */
    public record Loop(Shape shape, List<String> reads, List<String> writes, List<Value> values, Kernel kernel)
            implements Part {

        public Loop {
            reads = List.copyOf(reads);
            writes = List.copyOf(writes);
            values = List.copyOf(values);
        }

        /** Returns how many operations an element takes, without reading and writing it. */
        public int operations() {
            return values.stream().mapToInt(value -> value.operations().size()).sum();
        }
    }

    /**
     * Is one value of each element.
     *
     * @param stored whether it is written to the array of this name
     * @param expression the operation of the formula that it is
     * @param operations those of the machine that compute it, as {@code t1 = |x|}; without those that compute an earlier value
     *     too
     */
    public record Value(String name, boolean stored, String expression, List<String> operations) {

        public Value {
            operations = List.copyOf(operations);
        }
    }
}
