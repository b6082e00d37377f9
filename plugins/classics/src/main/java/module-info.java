/** The classic activations, losses and optimizers. */
module org.retrato.classics {
    requires org.retrato.api;
    requires static org.jspecify;
}
