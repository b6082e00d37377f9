package org.retrato.runtime.compile.loop;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The instructions of a finished {@link Loop}: each takes values of earlier ones only, every value is used, the stores
 * come last. Equal programs compile to one kernel.
 */
record Program(List<Instruction> instructions) {

    Program {
        instructions = List.copyOf(instructions);
    }

    /** Keeps what the stores need, renumbers it, and appends the stores. */
    static Program of(List<Instruction> instructions, List<Instruction> stores) {
        Set<Integer> used = new HashSet<>();
        stores.forEach(store -> used.addAll(store.operands()));
        for (var position = instructions.size() - 1; position >= 0; position--) {
            if (used.contains(position)) {
                used.addAll(instructions.get(position).operands());
            }
        }
        List<Instruction> kept = new ArrayList<>();
        Map<Integer, Integer> renumbered = new HashMap<>();
        for (var position = 0; position < instructions.size(); position++) {
            if (used.contains(position)) {
                renumbered.put(position, kept.size());
                kept.add(instructions.get(position).renumber(renumbered));
            }
        }
        stores.forEach(store -> kept.add(store.renumber(renumbered)));
        return new Program(kept);
    }

    /** Returns one more than the largest array number. */
    int arrays() {
        return numbers(EnumSet.of(Operation.LOAD, Operation.STORE));
    }

    /** Returns one more than the largest number of a scalar. */
    int scalars() {
        return numbers(EnumSet.of(Operation.SCALAR));
    }

    private int numbers(Set<Operation> operations) {
        return instructions.stream()
                .filter(instruction -> operations.contains(instruction.operation()))
                .mapToInt(instruction -> instruction.immediate() + 1)
                .max()
                .orElse(0);
    }

    /** Lists the instructions for people. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var position = 0; position < instructions.size(); position++) {
            var instruction = instructions.get(position);
            if (instruction.operation() != Operation.STORE) {
                text.append("v").append(position).append(" = ");
            }
            text.append(instruction.describe()).append('\n');
        }
        return text.toString();
    }
}
