package org.retrato.runtime.compile.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds what one pass over some arrays does to each element.
 *
 * <p>The arguments of the {@link Kernel} that comes of it are arrays and float scalars, each named by its number. A value
 * built twice is the same value. All loads of an element see what the arrays held before the loop: its stores come last,
 * so an array may be read and overwritten in one loop.
 *
 * <pre>{@code
 * var loop = new Loop();
 * var x = loop.load(0);
 * loop.store(1, x.fma(loop.scalar(0), x.abs()));
 * }</pre>
 */
public final class Loop {

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Instruction, Integer> positions = new HashMap<>();
    private final Map<Integer, Instruction> stores = new LinkedHashMap<>();

    /** Reads the element of an array. */
    public FloatLanes load(int array) {
        requireNumber("array", array);
        return new FloatLanes(this, append(Operation.LOAD, List.of(), array));
    }

    /** Reads a scalar argument, the same for all elements. */
    public FloatLanes scalar(int number) {
        requireNumber("scalar", number);
        return new FloatLanes(this, append(Operation.SCALAR, List.of(), number));
    }

    /** Returns the same float for all elements, compiled into the kernel. */
    public FloatLanes constant(float value) {
        return new FloatLanes(this, append(Operation.CONSTANT, List.of(), Float.floatToRawIntBits(value)));
    }

    /** Returns the same integer for all elements, compiled into the kernel. */
    public IntLanes integer(int value) {
        return new IntLanes(this, append(Operation.INTEGER, List.of(), value));
    }

    /**
     * Writes the element of an array, after all loads of that element.
     *
     * @throws IllegalArgumentException if the loop writes that array already
     */
    public void store(int array, FloatLanes value) {
        requireNumber("array", array);
        var store = new Instruction(Operation.STORE, List.of(position(value)), array);
        if (stores.putIfAbsent(array, store) != null) {
            throw new IllegalArgumentException(
                    "array " + array + " is stored twice in one loop; store the final value only");
        }
    }

    /** Lists the instructions, one a line, as {@code v2 = fma v0 v1 v0}. */
    @Override
    public String toString() {
        return program().toString();
    }

    /** Returns how many instructions have been built; those built until the next call have numbers from here on. */
    public int size() {
        return instructions.size();
    }

    Instruction instruction(int position) {
        return instructions.get(position);
    }

    /** Returns the positions of the instructions that the stores need. */
    Set<Integer> used() {
        return Program.used(instructions, List.copyOf(stores.values()));
    }

    /** Returns the instructions that the stores need, in order, and then the stores. */
    Program program() {
        return Program.of(instructions, List.copyOf(stores.values()));
    }

    int append(Operation operation, List<Integer> operands, int immediate) {
        var instruction = new Instruction(operation, List.copyOf(operands), immediate);
        var known = positions.putIfAbsent(instruction, instructions.size());
        if (known != null) {
            return known;
        }
        instructions.add(instruction);
        return instructions.size() - 1;
    }

    int position(Lanes value) {
        if (value.loop() != this) {
            throw new IllegalArgumentException(
                    "value " + value + " belongs to another loop; build it in the loop that uses it");
        }
        return value.index();
    }

    private static void requireNumber(String what, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("no " + what + " has the number " + number + "; count from 0");
        }
    }
}
