package org.retrato.distribution.painting;

import org.retrato.runtime.training.Progress;

/** Watches a session. */
public interface Listener {

    /** Is told of each step. */
    default void stepped(Progress progress) {}

    /** Is shown what has been painted, now and then, and at the end. */
    default void painted(Painting painting) {}
}
