/** The conformance kit for plugin authors. */
module org.retrato.testkit {
    requires transitive org.retrato.api;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;
    requires org.assertj.core;
    requires org.retrato.runtime;
}
