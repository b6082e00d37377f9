/** What makes the formulas of the plugins run. */
module org.retrato.runtime {
    requires transitive org.retrato.api;
    requires static org.jspecify;
    requires com.google.common;
    requires com.google.guice;
    requires jakarta.inject;
    requires java.desktop;
    requires jdk.incubator.vector;
    requires org.slf4j;
    requires pf4j;
}
