package org.retrato.runtime.training;

import java.util.List;
import org.retrato.api.Optimizer;
import org.retrato.runtime.graph.Node;

/**
 * Is where the formula of one parameter looks at all parameters: each gives its share, and gets a result.
 *
 * @param place which one it is
 * @param share a scalar of which the total is wanted, or a point of the parameter's shape at which the gradient is
 * @param result an input of the formula: the total, or the gradient
 */
public record Exchange(Place place, Node share, Node result) {

    /**
     * Names an exchange, so that those of several parameters find each other.
     *
     * @param path the optimizers inside one another whose formula it is in, without the outermost
     * @param number which one of that formula, from 1
     */
    public record Place(List<Inner> path, int number) {

        public Place {
            path = List.copyOf(path);
        }
    }

    /**
     * Is an optimizer inside another.
     *
     * @param occurrence which one of those that are equal, from 1
     */
    public record Inner(Optimizer optimizer, int occurrence) {}

    /** Returns whether the total is wanted, not the gradient. */
    public boolean isTotal() {
        return share.rank() == 0;
    }
}
