/** The command line. */
module org.retrato.distribution {
    requires static org.jspecify;
    requires info.picocli;
    requires org.retrato.runtime;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    opens org.retrato.distribution to
            info.picocli;
}
