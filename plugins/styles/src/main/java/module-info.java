/** Artist styles: an activation, a loss and an optimizer that go together. */
module org.retrato.styles {
    requires org.retrato.api;
    requires static org.jspecify;
}
