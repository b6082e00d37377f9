package org.retrato.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.compile.loop.KernelCompiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.plugins.Plugins;
import org.retrato.runtime.plugins.Policy;

/** Wires the runtime: one registry of plugins, one catalog, one compiler, one pool of threads. */
final class RuntimeModule extends AbstractModule {

    private final List<Path> folders;
    private final Policy policy;
    private final int threads;

    RuntimeModule(List<Path> folders, Policy policy, int threads) {
        this.folders = List.copyOf(folders);
        this.policy = policy;
        this.threads = threads;
    }

    @Provides
    @Singleton
    Plugins plugins() {
        return Plugins.open(folders, policy);
    }

    @Provides
    @Singleton
    Catalog catalog(Plugins plugins) {
        return Catalog.of(plugins.plugins());
    }

    @Provides
    @Singleton
    KernelCompiler kernels() {
        return WarmUp.KERNELS;
    }

    @Provides
    @Singleton
    Workers workers() {
        return new Workers(threads);
    }
}
