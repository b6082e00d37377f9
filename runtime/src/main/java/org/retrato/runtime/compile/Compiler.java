package org.retrato.runtime.compile;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.graph.Graph;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;

/** Compiles formulas; one compiler serves many, and shares the code of those that have the same structure. */
public final class Compiler {

    private final KernelCompiler kernels;

    /** Compiles element-wise loops with this compiler. */
    @Inject
    public Compiler(KernelCompiler kernels) {
        this.kernels = kernels;
    }

    /**
     * Compiles what yields the outputs from the inputs.
     *
     * @param inputs nodes whose values will be given: inputs of the graph, or numbers that are computed elsewhere; the formula
     *     may ignore some
     * @param outputs what is wanted: arrays, or scalars of rank 0
     */
    public CompiledFormula compile(List<Node> inputs, List<Node> outputs) {
        var plan = new Plan(outputs, Set.copyOf(inputs));
        var slots = new Slots();
        var inputSlots = inputs.stream().map(input -> place(input, slots)).toList();
        var oneLoop = plan.isOneLoop();
        var steps = new ArrayList<Step>();
        List<Integer> outputSlots;
        if (oneLoop) {
            scalars(plan, slots, steps);
            outputSlots = outputs.stream()
                    .map(output -> slots.reserve(output.shape()))
                    .toList();
            var members = plan.loops(0).stream().findFirst().orElse(List.of());
            loop(members, outputs, outputSlots, plan, slots, steps);
        } else {
            staged(plan, slots, steps);
            outputSlots =
                    outputs.stream().map(output -> copied(output, slots, steps)).toList();
        }
        return new CompiledFormula(inputSlots, outputs, outputSlots, slots.shapes(), slots.numbers(), steps, oneLoop);
    }

    private static int place(Node input, Slots slots) {
        return input.rank() == 0 ? slots.scalar(input) : slots.array(input);
    }

    private void scalars(Plan plan, Slots slots, List<Step> steps) {
        for (var node : plan.others(-1)) {
            if (node.rank() == 0) {
                other(node, plan, slots, steps);
            }
        }
    }

    private void staged(Plan plan, Slots slots, List<Step> steps) {
        for (var stage = -1; stage <= plan.lastStage(); stage++) {
            for (var members : plan.loops(stage)) {
                var stored = members.stream().filter(plan::isStored).toList();
                if (!stored.isEmpty()) {
                    var storedSlots = stored.stream().map(slots::array).toList();
                    loop(members, stored, storedSlots, plan, slots, steps);
                }
            }
            for (var node : plan.others(stage)) {
                other(node, plan, slots, steps);
            }
        }
    }

    private void loop(
            List<Node> members,
            List<Node> results,
            List<Integer> resultSlots,
            Plan plan,
            Slots slots,
            List<Step> steps) {
        var lowering = new Lowering(members, results);
        for (var node : Graph.ordered(lowering.scalars(), plan.given())) {
            if (node.rank() == 0 && !plan.contains(node)) {
                other(node, plan, slots, steps);
            }
        }
        var arrays =
                new ArrayList<>(lowering.arrays().stream().map(slots::array).toList());
        arrays.addAll(resultSlots);
        var scalars = lowering.scalars().stream().map(slots::scalar).toList();
        steps.add(new Step.Loop(
                kernels.compile(lowering.loop()),
                lowering,
                arrays,
                scalars,
                results.getFirst().shape()));
    }

    private static void other(Node node, Plan plan, Slots slots, List<Step> steps) {
        switch (node.operation()) {
            case Operation.Input _, Operation.Detach _ -> {}
            case Operation.BatchSize _ -> steps.add(new Step.Rows(slots.scalar(node)));
            case Operation.Unary _, Operation.Binary _, Operation.Choose _ ->
                steps.add(new Step.Scalar(
                        node, node.inputs().stream().map(slots::scalar).toList(), slots.scalar(node)));
            case Operation.Constant _ -> {
                if (node.rank() > 0 && plan.isStored(node)) {
                    steps.add(new Step.Fill(node, slots.scalar(node), slots.array(node)));
                }
            }
            default -> whole(node, plan, slots, steps);
        }
    }

    private static void whole(Node node, Plan plan, Slots slots, List<Step> steps) {
        var read = Plan.source(node.input(0));
        if (node.rank() == 0) {
            steps.add(new Step.Reduction(node, slots.array(read), read.shape(), slots.scalar(node)));
        } else if (read.rank() > 0) {
            var inputs = node.inputs().stream().map(slots::array).toList();
            steps.add(new Step.Whole(node, inputs, slots.array(node)));
        } else if (plan.isStored(node)) {
            steps.add(new Step.Fill(node, slots.scalar(read), slots.array(node)));
        }
    }

    private static int copied(Node output, Slots slots, List<Step> steps) {
        var source = Plan.source(output);
        if (output.rank() == 0) {
            return slots.scalar(source);
        }
        var slot = slots.reserve(output.shape());
        steps.add(new Step.Copy(output, slots.array(source), slot));
        return slot;
    }
}
