/** Declares the extension points of Retrato: everything a plugin compiles against, and nothing else. */
module org.retrato.api {
    requires static org.jspecify;

    exports org.retrato.api;
}
