package org.retrato.runtime.compile.loop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the operations of a finished loop for people, as {@code t2 = t1·0.5 + x}.
 *
 * <p>Loads, constants and scalars are written where they are read. What no store needs is not compiled and not listed.
 */
public final class LoopListing {

    private final Loop loop;
    private final List<String> arrays;
    private final List<String> scalars;
    private final Set<Integer> used;
    private final Map<Integer, String> names = new HashMap<>();
    private int temporaries;

    /** Lists a loop, given the names of the arrays that it reads and of its scalars, by their numbers. */
    public LoopListing(Loop loop, List<String> arrays, List<String> scalars) {
        this.loop = loop;
        this.arrays = arrays;
        this.scalars = scalars;
        used = loop.used();
    }

    /** Returns whether a value is computed: some store needs it. */
    public boolean contains(Lanes value) {
        return used.contains(loop.position(value));
    }

    /** Gives a value a name, instead of t1, t2 and so on. */
    public void name(Lanes value, String name) {
        names.put(loop.position(value), name);
    }

    /** Returns the operations among the instructions from one {@linkplain Loop#size size} of the loop to another. */
    public List<String> operations(int from, int to) {
        var operations = new ArrayList<String>();
        for (var position = from; position < to; position++) {
            var instruction = loop.instruction(position);
            if (used.contains(position) && !instruction.operation().isLeaf()) {
                var text = text(instruction);
                operations.add(named(position) + " = " + text);
            }
        }
        return operations;
    }

    private String text(Instruction instruction) {
        var x = instruction.operands().stream().map(this::read).toList();
        return switch (instruction.operation()) {
            case LOAD, STORE, SCALAR, CONSTANT, INTEGER ->
                throw new IllegalArgumentException(instruction.describe() + " is no operation");
            case ADD, INT_ADD -> x.get(0) + " + " + x.get(1);
            case SUB, INT_SUB -> x.get(0) + " − " + x.get(1);
            case MUL, INT_MUL -> x.get(0) + "·" + x.get(1);
            case DIV -> x.get(0) + " / " + x.get(1);
            case FMA -> x.get(0) + "·" + x.get(1) + " + " + x.get(2);
            case SQRT -> "√" + x.get(0);
            case ABS -> "|" + x.get(0) + "|";
            case NEG -> "−" + x.get(0);
            case SELECT, INT_SELECT -> "where(" + String.join(", ", x) + ")";
            case PATCH ->
                "where(%s, %s(%s), %s)"
                        .formatted(x.get(1), ScalarFunction.values()[instruction.immediate()], x.get(2), x.get(0));
            case FROM_BITS -> "float(" + x.get(0) + ")";
            case BITS -> "bits(" + x.get(0) + ")";
            case INT_AND -> x.get(0) + " & " + x.get(1);
            case INT_OR -> x.get(0) + " | " + x.get(1);
            case INT_XOR -> x.get(0) + " ^ " + x.get(1);
            case SHIFT_LEFT -> x.get(0) + " << " + instruction.immediate();
            case SHIFT_RIGHT -> x.get(0) + " >> " + instruction.immediate();
            case SHIFT_RIGHT_UNSIGNED -> x.get(0) + " >>> " + instruction.immediate();
            case LESS, INT_LESS -> x.get(0) + " < " + x.get(1);
            case LESS_EQUAL -> x.get(0) + " ≤ " + x.get(1);
            case EQUAL, INT_EQUAL -> x.get(0) + " = " + x.get(1);
            case AND -> x.get(0) + " ∧ " + x.get(1);
            case OR -> x.get(0) + " ∨ " + x.get(1);
            case NOT -> "¬" + x.get(0);
            case MIN, MAX, FROM_INT, TO_INT -> instruction.operation() + "(" + String.join(", ", x) + ")";
        };
    }

    private String read(int position) {
        var instruction = loop.instruction(position);
        return switch (instruction.operation()) {
            case LOAD -> arrays.get(instruction.immediate());
            case SCALAR -> scalars.get(instruction.immediate());
            case CONSTANT -> number(Float.intBitsToFloat(instruction.immediate()));
            case INTEGER -> "0x" + Integer.toHexString(instruction.immediate());
            default -> named(position);
        };
    }

    private String named(int position) {
        return names.computeIfAbsent(position, _ -> "t" + ++temporaries);
    }

    private static String number(float value) {
        if (!Float.isFinite(value)) {
            return Float.isNaN(value) ? "NaN" : value < 0 ? "−∞" : "∞";
        }
        var digits = new BigDecimal(Float.toString(Math.abs(value))).stripTrailingZeros();
        var text = digits.precision() - digits.scale() <= 9 && digits.scale() < 0
                ? digits.toPlainString()
                : digits.toString();
        return (value < 0 ? "−" : "") + text.replace("E+", "e").replace('E', 'e');
    }
}
