/** The command line. */
module org.retrato.distribution {
    requires java.compiler;
    requires java.management;
    requires static org.jspecify;
    requires info.picocli;
    requires org.retrato.runtime;
    requires org.retrato.testkit;
    requires tools.jackson.core;

    opens org.retrato.distribution to
            info.picocli;
}
