package org.retrato.runtime.compile;

import java.util.Arrays;
import java.util.List;
import org.retrato.runtime.compile.loop.Kernel;
import org.retrato.runtime.graph.Arithmetic;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Shape;

/**
 * Is one step of a {@link CompiledFormula}; arrays and scalars are named by their slots. Each step keeps the node that it was
 * compiled from, a loop its lowering, so that it can be {@linkplain Listing listed}.
 */
sealed interface Step {

    /** Binds the step to the memory of one thread. */
    Execution.Action on(Execution memory);

    /** Runs a fused loop over the elements of arrays of one shape. */
    record Loop(Kernel kernel, Lowering source, List<Integer> arrays, List<Integer> scalars, Shape shape)
            implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            var ownKernel = kernel.confined();
            var arraySlots = Execution.slots(arrays);
            var scalarSlots = Execution.slots(scalars);
            var elements = new float[arrays.size()][];
            var offsets = new int[arrays.size()];
            var numbers = new float[scalars.size()];
            return new Execution.Action() {
                @Override
                public void run(int rows) {
                    runElements(shape.elements(rows));
                }

                @Override
                public void runElements(int count) {
                    for (var i = 0; i < elements.length; i++) {
                        elements[i] = memory.array(arraySlots[i]);
                        offsets[i] = memory.offset(arraySlots[i]);
                    }
                    for (var i = 0; i < numbers.length; i++) {
                        numbers[i] = (float) memory.scalar(scalarSlots[i]);
                    }
                    ownKernel.run(elements, offsets, numbers, count);
                }
            };
        }
    }

    /** Computes a scalar from scalars, in doubles. */
    record Scalar(Node node, List<Integer> inputs, int result) implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            var slots = Execution.slots(inputs);
            return switch (node.operation()) {
                case Operation.Unary function ->
                    _ -> memory.scalar(result, Arithmetic.apply(function, memory.scalar(slots[0])));
                case Operation.Binary function ->
                    _ -> memory.scalar(
                            result, Arithmetic.apply(function, memory.scalar(slots[0]), memory.scalar(slots[1])));
                case Operation.Choose _ ->
                    _ -> memory.scalar(result, memory.scalar(slots[memory.scalar(slots[0]) != 0 ? 1 : 2]));
                default -> throw new IllegalStateException(node.operation() + " is not element-wise");
            };
        }
    }

    /** Sets a scalar to the number of rows. */
    record Rows(int result) implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            return rows -> memory.scalar(result, rows);
        }
    }

    /** Fills an array with a scalar. */
    record Fill(Node node, int scalar, int array) implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            var shape = node.shape();
            return rows -> {
                var from = memory.offset(array);
                Arrays.fill(memory.array(array), from, from + shape.elements(rows), (float) memory.scalar(scalar));
            };
        }
    }

    /** Copies an array to an output. */
    record Copy(Node node, int from, int to) implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            var shape = node.shape();
            return rows -> System.arraycopy(
                    memory.array(from), memory.offset(from), memory.array(to), memory.offset(to), shape.elements(rows));
        }
    }

    /** Reduces an array to a scalar. */
    record Reduction(Node node, int array, Shape shape, int result) implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            return switch (node.operation()) {
                case Operation.Sum _ -> {
                    var sums = new Sums();
                    yield rows -> memory.scalar(
                            result, sums.sum(memory.array(array), memory.offset(array), shape.elements(rows)));
                }
                case Operation.Max _ ->
                    rows -> memory.scalar(
                            result, Maxima.max(memory.array(array), memory.offset(array), shape.elements(rows)));
                case Operation.Reshape _ -> _ -> memory.scalar(result, memory.array(array)[memory.offset(array)]);
                default -> throw new IllegalStateException(node.operation() + " does not yield one number");
            };
        }
    }

    /** Computes an array from whole arrays. */
    record Whole(Node node, List<Integer> inputs, int result) implements Step {
        @Override
        public Execution.Action on(Execution memory) {
            var first =
                    new View(memory, inputs.getFirst(), node.inputs().getFirst().shape());
            var last =
                    new View(memory, inputs.getLast(), node.inputs().getLast().shape());
            var out = new View(memory, result, node.shape());
            return switch (node.operation()) {
                case Operation.Sum(var axis) -> {
                    var sums = new Sums();
                    yield rows -> sums.along(axis, first.of(rows), out.of(rows));
                }
                case Operation.Max(var axis) -> rows -> Maxima.along(axis, first.of(rows), out.of(rows));
                default -> rows -> WholeArrays.compute(node.operation(), first.of(rows), last.of(rows), out.of(rows));
            };
        }
    }
}
