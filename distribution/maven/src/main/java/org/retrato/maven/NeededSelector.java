package org.retrato.maven;

import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;

/** Selects dependencies that are not optional, in all depths. */
record NeededSelector() implements DependencySelector {

    @Override
    public boolean selectDependency(Dependency dependency) {
        return !dependency.isOptional();
    }

    @Override
    public DependencySelector deriveChildSelector(DependencyCollectionContext context) {
        return this;
    }
}
