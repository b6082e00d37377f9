package org.retrato.runtime.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.retrato.runtime.compile.loop.LoopListing;
import org.retrato.runtime.compile.loop.MaskLanes;
import org.retrato.runtime.graph.Node;
import org.retrato.runtime.graph.Wording;

/** Writes the listing of one fused loop: a line for each node that was lowered to it, except what is fused into another. */
final class LoopLister {

    private final Step.Loop step;
    private final Lowering source;
    private final List<String> reads;
    private final boolean alone;
    private final Names names;
    private final Wording numbers;
    private final Wording wording = new Wording(this::name);
    private final LoopListing listing;
    private final List<Listing.Value> values = new ArrayList<>();

    /** Up to where the instructions are listed; a product that is fused into a sum leaves some to it. */
    private int listed;

    /**
     * Lists a loop.
     *
     * @param alone whether it is the only one, and writes the outputs of the formula
     */
    LoopLister(Step.Loop step, boolean alone, Names names, Wording numbers) {
        this.step = step;
        this.source = step.source();
        this.alone = alone;
        this.names = names;
        this.numbers = numbers;
        reads = source.arrays().stream().map(names::of).toList();
        var arguments = source.scalars().stream().map(this::argument).toList();
        listing = new LoopListing(source.loop(), reads, arguments);
    }

    Listing.Loop list() {
        var computed = source.members().stream()
                .filter(member -> listing.contains(source.lanes(member.node())))
                .toList();
        computed.forEach(member -> names.of(member.node())); // numbers them in order
        var writes = alone
                ? names.outputs()
                : source.results().stream()
                        .map(result -> names.of(result.node()))
                        .toList();
        computed.forEach(member -> compute(member, writes));
        for (var result = 0; result < writes.size(); result++) {
            store(source.results().get(result), writes.get(result));
        }
        return new Listing.Loop(step.shape(), reads, writes, values, step.kernel());
    }

    private void compute(Lowering.Section member, List<String> writes) {
        var name = names.of(member.node());
        listing.name(source.lanes(member.node()), name);
        var operations = new ArrayList<>(listing.operations(listed, member.to()));
        listed = member.to();
        var isStored = writes.contains(name);
        if (isStored) {
            var result = source.results().get(writes.indexOf(name));
            operations.addAll(listing.operations(result.from(), result.to()));
        }
        values.add(new Listing.Value(name, isStored, wording.operation(member.node()), operations));
    }

    /** Lists the store of what has another name, or is not computed here at all. */
    private void store(Lowering.Section result, String name) {
        if (values.stream().noneMatch(value -> value.stored() && value.name().equals(name))) {
            var value = wording.of(result.node());
            var stored = source.lanes(result.node()) instanceof MaskLanes ? "where(%s, 1, 0)".formatted(value) : value;
            values.add(new Listing.Value(name, true, stored, listing.operations(result.from(), result.to())));
        }
    }

    private Optional<String> name(Node node) {
        if (Plan.isScalarArgument(Plan.source(node))) {
            return Optional.of(argument(node));
        }
        return listing.contains(source.lanes(node)) ? Optional.of(names.of(node)) : Optional.empty();
    }

    private String argument(Node node) {
        return "{" + numbers.of(Plan.number(node)) + "}";
    }
}
