/** What makes the formulas of the plugins run. */
module org.retrato.runtime {
    requires transitive org.retrato.api;
    requires static org.jspecify;
    requires com.google.common;
    requires com.google.guice;
    requires jakarta.inject;
    requires java.desktop;
    requires jdk.incubator.vector;
    requires jdk.management;
    // Guice reads classes with it to say where in the code an error is
    requires org.objectweb.asm;
    requires org.slf4j;
    requires pf4j;

    exports org.retrato.runtime;
    exports org.retrato.runtime.benchmark;
    exports org.retrato.runtime.catalog;
    exports org.retrato.runtime.compile;
    exports org.retrato.runtime.compile.loop;
    exports org.retrato.runtime.compile.machine;
    exports org.retrato.runtime.data;
    exports org.retrato.runtime.graph;
    exports org.retrato.runtime.network;
    exports org.retrato.runtime.painting;
    exports org.retrato.runtime.plugins;
    exports org.retrato.runtime.training;

    opens org.retrato.runtime to
            com.google.guice;
    opens org.retrato.runtime.compile to
            com.google.guice;

    uses org.retrato.api.Activation;
    uses org.retrato.api.Loss;
    uses org.retrato.api.Optimizer;
    uses org.retrato.api.Schedule;
    uses org.retrato.api.Style;
}
