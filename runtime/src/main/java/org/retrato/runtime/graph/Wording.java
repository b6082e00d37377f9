package org.retrato.runtime.graph;

import java.util.Optional;
import java.util.function.Function;

/**
 * Writes operations one at a time, as a listing of them does: {@code v2 = |v1| − scale}.
 *
 * <p>Unlike {@link Formula}, it shows each operation as it was recorded: nothing is gathered into {@code softmax} or {@code x²}.
 */
public final class Wording {

    private final Notation notation = new PlainText();
    private final Function<Node, Optional<String>> names;

    /** Writes operations in terms of nodes that have names; what has none is written in place. */
    public Wording(Function<Node, Optional<String>> names) {
        this.names = names;
    }

    /** Writes a node: its name, or else its operation. */
    public String of(Node node) {
        return notation.signed(written(node));
    }

    /** Writes the operation of a node, whether the node has a name or not. */
    public String operation(Node node) {
        return notation.signed(expression(node));
    }

    private Written written(Node node) {
        return names.apply(node).map(Written::atom).orElseGet(() -> expression(node));
    }

    private Written expression(Node node) {
        var reading = Reading.literally(node);
        return reading.writer()
                .write(notation, reading.parts().stream().map(this::written).toList());
    }
}
