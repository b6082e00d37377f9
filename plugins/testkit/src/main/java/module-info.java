/** What the tests of plugin authors use, and the kit that proves a plugin right. */
module org.retrato.testkit {
    requires transitive org.retrato.api;
    requires static org.jspecify;
    // only the package junit needs it, and whoever uses that has it
    requires static org.junit.jupiter.api;
    requires transitive org.retrato.runtime;

    exports org.retrato.testkit;
    exports org.retrato.testkit.conformance;
    exports org.retrato.testkit.junit;
    exports org.retrato.testkit.rule;
}
