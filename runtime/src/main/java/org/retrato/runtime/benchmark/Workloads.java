package org.retrato.runtime.benchmark;

import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.network.DenseLayer;
import org.retrato.runtime.training.Trainer;

/** Prepares what can be timed, on the threads that train. */
public final class Workloads {

    private final Workers workers;

    /** Prepares workloads for these threads. */
    public Workloads(Workers workers) {
        this.workers = workers;
    }

    /** Names the limit of what computes on all threads. */
    public Limit arithmetic() {
        return new Limit.Arithmetic(workers.threads());
    }

    /** Prepares what shows where a limit is. */
    Workload limit(Limit limit) {
        return switch (limit) {
            case Limit.Arithmetic(var threads) -> MultiplyAdds.on(threads, workers);
        };
    }

    /** Prepares the product of a batch with the weights of a dense layer. */
    public Workload forward(int inputs, int outputs, int rows) {
        return product(inputs, outputs, rows, new LayerProducts(inputs, outputs, rows, workers)::forward);
    }

    /** Prepares the product of the gradients of a batch with the transposed weights of a dense layer. */
    public Workload inputGradient(int inputs, int outputs, int rows) {
        return product(inputs, outputs, rows, new LayerProducts(inputs, outputs, rows, workers)::inputGradient);
    }

    /** Prepares the product of a transposed batch with its gradients. */
    public Workload weightGradient(int inputs, int outputs, int rows) {
        return product(inputs, outputs, rows, new LayerProducts(inputs, outputs, rows, workers)::weightGradient);
    }

    private Workload product(double inputs, double outputs, double rows, Runnable run) {
        return new Workload(2 * inputs * outputs * rows, arithmetic(), run);
    }

    /**
     * Prepares the steps of a training. Its matrix products alone count as work: what activations, loss and optimizer take is
     * lost to the limit.
     *
     * @param rows the rows of a batch
     */
    public Workload step(Trainer trainer, int rows) {
        var products = 3.0
                * trainer.model().layers().stream()
                        .mapToDouble(Workloads::product)
                        .sum();
        // nobody needs the gradient of the inputs
        var operations = products - product(trainer.model().layers().getFirst());
        return new Workload(rows * operations, arithmetic(), trainer::step);
    }

    private static double product(DenseLayer layer) {
        return 2.0 * layer.inputs() * layer.outputs();
    }
}
