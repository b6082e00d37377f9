package org.retrato.runtime.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Tells whether each row of a result depends on one row of the batch only, so that rows can be computed in tiles. */
public final class Rows {

    private Rows() {}

    /** Returns whether no operation on the way to {@code output} looks at more than one row of the batch. */
    public static boolean areIndependent(Node output) {
        var batched = new HashSet<Node>();
        for (var node : Graph.ordered(List.of(output))) {
            if (node.operation() instanceof Operation.BatchSize) {
                return false;
            }
            var batchAxes = Collections.frequency(node.shape().sizes(), Shape.BATCH);
            if (batchAxes > 1 || (batchAxes == 0 && node.inputs().stream().anyMatch(batched::contains))) {
                return false;
            }
            if (batchAxes == 1) {
                batched.add(node);
            }
        }
        return true;
    }
}
