package org.retrato.runtime.compile.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cuts a long program into several short ones, which hand values on through scratch arrays.
 *
 * <p>The just-in-time compiler is quick with short methods only. Seen on JDK 25: C1 runs out of virtual registers at about 300
 * vector calls in one method, C2 takes seconds from about 400 on, and a method of more than 8,000 bytes (600 calls) stays
 * interpreted, hundreds of times slower. A cut is made where the fewest values are alive; loads, constants and scalars are
 * repeated, and all stores stay in the last stage.
 */
final class Stages {

    /** The most operations in one stage, without loads, constants and scalars. */
    static final int LIMIT = 160;

    private final List<Instruction> instructions;
    private final int firstScratch;
    private final int[] lastUse;

    /** For each instruction that is work: its stage, and its position in the loop of that stage. */
    private final int[] stageOf;

    private final int[] positionInStage;
    private final List<Loop> loops = new ArrayList<>();
    private final Map<Integer, Integer> scratches = new HashMap<>();

    private Stages(Program program) {
        instructions = program.instructions();
        firstScratch = program.arrays();
        lastUse = new int[instructions.size()];
        stageOf = new int[instructions.size()];
        positionInStage = new int[instructions.size()];
        for (var position = 0; position < instructions.size(); position++) {
            for (var operand : instructions.get(position).operands()) {
                lastUse[operand] = position;
            }
        }
    }

    /** Tells whether a program is short enough for one loop. */
    static boolean fits(Program program) {
        return work(program.instructions()).length <= LIMIT;
    }

    /** Returns the programs to run one after the other; the first scratch array has the number after the last array. */
    static List<Program> of(Program program) {
        var stages = new Stages(program);
        stages.assign();
        for (var position = 0; position < stages.instructions.size(); position++) {
            stages.copy(position);
        }
        return stages.loops.stream().map(Loop::program).toList();
    }

    private static int[] work(List<Instruction> instructions) {
        return IntStream.range(0, instructions.size())
                .filter(position -> {
                    var operation = instructions.get(position).operation();
                    return !operation.isLeaf() && operation != Operation.STORE;
                })
                .toArray();
    }

    private void assign() {
        var work = work(instructions);
        var begin = 0;
        while (work.length - begin > LIMIT) {
            var earliest = begin + LIMIT / 2;
            var end = IntStream.rangeClosed(earliest, begin + LIMIT)
                    .boxed()
                    .min(Comparator.comparingLong(cut -> alive(work, cut)))
                    .orElseThrow();
            open(Arrays.copyOfRange(work, begin, end));
            begin = end;
        }
        open(Arrays.copyOfRange(work, begin, work.length));
    }

    private void open(int[] positions) {
        for (var position : positions) {
            stageOf[position] = loops.size();
        }
        loops.add(new Loop());
    }

    /** Counts the values that a cut before an operation would hand on. */
    private long alive(int[] work, int cut) {
        return Arrays.stream(work, 0, cut)
                .filter(position -> lastUse[position] >= work[cut])
                .count();
    }

    private void copy(int position) {
        var instruction = instructions.get(position);
        if (instruction.operation() == Operation.STORE) {
            var stage = loops.size() - 1;
            var value = value(instruction.operands().getFirst(), stage);
            loops.get(stage).store(instruction.immediate(), new FloatLanes(loops.get(stage), value));
        } else if (!instruction.operation().isLeaf()) {
            var stage = stageOf[position];
            var operands = instruction.operands().stream()
                    .map(operand -> value(operand, stage))
                    .toList();
            positionInStage[position] =
                    loops.get(stage).append(instruction.operation(), operands, instruction.immediate());
        }
    }

    /** Returns where a stage has a value of the program, handing it on from an earlier stage if need be. */
    private int value(int position, int stage) {
        var loop = loops.get(stage);
        var instruction = instructions.get(position);
        if (instruction.operation().isLeaf()) {
            return loop.append(instruction.operation(), List.of(), instruction.immediate());
        }
        if (stageOf[position] == stage) {
            return positionInStage[position];
        }
        var scratch = scratches.computeIfAbsent(position, this::save);
        var saved = loop.load(scratch);
        return switch (instruction.operation().kind()) {
            case INT -> saved.bits().index();
            case MASK -> saved.equal(1f).index();
            default -> saved.index();
        };
    }

    private int save(int position) {
        var loop = loops.get(stageOf[position]);
        var value = positionInStage[position];
        var saved = switch (instructions.get(position).operation().kind()) {
            case INT -> new IntLanes(loop, value).asFloat();
            case MASK -> new MaskLanes(loop, value).select(1f, 0f);
            default -> new FloatLanes(loop, value);
        };
        var scratch = firstScratch + scratches.size();
        loop.store(scratch, saved);
        return scratch;
    }
}
