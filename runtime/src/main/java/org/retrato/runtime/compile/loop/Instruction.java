package org.retrato.runtime.compile.loop;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One step of a loop: an operation, the positions of the instructions whose values it takes, and an immediate (the number
 * of an array or a scalar, the distance of a shift, the bits of a constant).
 */
record Instruction(Operation operation, List<Integer> operands, int immediate) {

    /** Returns this instruction with each operand replaced by what the map holds for it. */
    Instruction renumber(Map<Integer, Integer> positions) {
        return new Instruction(operation, operands.stream().map(positions::get).toList(), immediate);
    }

    /** Names the value or effect of this instruction for people, as in {@code fma v2 v0 v1}. */
    String describe() {
        var values = operands.stream().map(operand -> " v" + operand).collect(Collectors.joining());
        return switch (operation) {
            case LOAD, STORE -> operation + " array " + immediate + values;
            case SCALAR -> operation + " " + immediate;
            case CONSTANT -> operation + " " + Float.intBitsToFloat(immediate);
            case INTEGER -> operation + " 0x" + Integer.toHexString(immediate);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> operation + values + " by " + immediate;
            case PATCH -> operation + values + " with " + ScalarFunction.values()[immediate];
            default -> operation + values;
        };
    }
}
