package org.retrato.runtime.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Operation;
import org.retrato.runtime.graph.Wording;

/** Writes the {@link Listing} of a compiled formula. */
final class Lister {

    private final CompiledFormula formula;
    private final Names names;
    private final Map<Node, Integer> readers = new HashMap<>();
    private final Wording numbers = new Wording(this::numberName);
    private final Wording arrays = new Wording(this::arrayName);
    private final List<Listing.Part> parts = new ArrayList<>();

    private Lister(CompiledFormula formula, List<String> outputs) {
        this.formula = formula;
        this.names = new Names(formula.results(), outputs);
    }

    static Listing list(CompiledFormula formula, List<String> outputs) {
        var lister = new Lister(formula, outputs);
        formula.steps().forEach(lister::count);
        formula.steps().forEach(lister::list);
        lister.knownNumbers();
        return new Listing(lister.parts);
    }

    /** Counts who reads a number: a formula of numbers is written in one line, up to what is read twice or by a loop. */
    private void count(Step step) {
        switch (step) {
            case Step.Scalar scalar -> scalar.node().inputs().forEach(input -> read(input, 1));
            case Step.Loop loop -> loop.source().scalars().forEach(number -> read(number, 2));
            case Step.Fill fill -> read(filling(fill.node()), 2);
            default -> {}
        }
    }

    private void read(Node number, int times) {
        readers.merge(Plan.number(number), times, Integer::sum);
    }

    private void list(Step step) {
        switch (step) {
            case Step.Scalar scalar -> {
                var node = scalar.node();
                if (numberName(node).isPresent()) {
                    parts.add(new Listing.Scalar(names.of(node), numbers.operation(node)));
                }
            }
            case Step.Rows _ -> {}
            case Step.Loop loop -> parts.add(new LoopLister(loop, formula.isOneLoop(), names, numbers).list());
            case Step.Fill fill -> whole(fill.node(), numbers.of(filling(fill.node())));
            case Step.Copy copy -> {
                var name = names.outputs().get(formula.outputs().indexOf(copy.to()));
                var copied = names.of(copy.node());
                if (!name.equals(copied)) {
                    parts.add(new Listing.Whole(name, copied, copy.node().shape()));
                }
            }
            case Step.Reduction reduction -> whole(reduction.node(), arrays.operation(reduction.node()));
            case Step.Whole whole -> whole(whole.node(), rearranged(whole.node()));
        }
    }

    /** Returns the number with which the array of a node is filled. */
    private static Node filling(Node node) {
        return node.inputs().isEmpty() ? node : Plan.number(node.input(0));
    }

    /** Says what a formula does not show: that elements are repeated, or stand in other rows. */
    private String rearranged(Node node) {
        var operation = arrays.operation(node);
        return switch (node.operation()) {
            case Operation.Broadcast _ -> "repeat(" + operation + ")";
            case Operation.Reshape _ -> "reshape(" + operation + ")";
            default -> operation;
        };
    }

    private void whole(Node node, String expression) {
        parts.add(new Listing.Whole(names.of(node), expression, node.shape()));
    }

    /** Lists the outputs that no step computes: an input, or a number that was known before. */
    private void knownNumbers() {
        for (var output = 0; output < names.outputs().size(); output++) {
            var result = formula.results().get(output);
            var name = names.outputs().get(output);
            if (result.rank() == 0 && !numberName(result).equals(Optional.of(name))) {
                parts.add(new Listing.Scalar(name, numbers.of(result)));
            }
        }
    }

    private Optional<String> arrayName(Node node) {
        return node.rank() == 0 ? numberName(node) : Optional.of(names.of(node));
    }

    private Optional<String> numberName(Node node) {
        var number = Plan.number(node);
        var shows = switch (number.operation()) {
            case Operation.Constant _, Operation.BatchSize _ -> false;
            case Operation.Unary _, Operation.Binary _, Operation.Choose _ ->
                names.isGiven(number) || readers.getOrDefault(number, 0) > 1;
            default -> true;
        };
        return shows ? Optional.of(names.of(number)) : Optional.empty();
    }
}
