/** What the tests of plugin authors use. */
module org.retrato.testkit {
    requires transitive org.retrato.api;
    requires static org.jspecify;
    requires org.retrato.runtime;

    exports org.retrato.testkit;
}
