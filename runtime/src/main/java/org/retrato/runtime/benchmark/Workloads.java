package org.retrato.runtime.benchmark;

import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.runtime.compile.CompiledFormula;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.network.DenseLayer;
import org.retrato.runtime.training.BareUpdate;
import org.retrato.runtime.training.Trainer;

/** Prepares what can be timed, on the threads that train. */
public final class Workloads {

    private final Compiler compiler;
    private final Workers workers;

    /** Prepares workloads for these threads. */
    public Workloads(Compiler compiler, Workers workers) {
        this.compiler = compiler;
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
            case Limit.Memory memory -> elementwise(formulas(memory.elements()).copying(memory), memory);
        };
    }

    /** Prepares the values of an activation, or any function that works on each element by itself. */
    public Workload activation(Activation activation, int elements) {
        return elementwise(formulas(elements).of(activation), new Limit.Memory(1, 0, 1, elements));
    }

    /** Prepares the values of a loss that works on each element by itself. */
    public Workload loss(Loss loss, int elements) {
        return elementwise(formulas(elements).of(loss), new Limit.Memory(2, 0, 1, elements));
    }

    private ElementFormulas formulas(int elements) {
        return new ElementFormulas(compiler, elements);
    }

    private Workload elementwise(CompiledFormula formula, Limit.Memory memory) {
        return new Workload(memory.bytes(), memory, new ElementLoop(formula, memory, workers));
    }

    /** Prepares the correction of a matrix of weights by an optimizer. */
    public Workload update(Optimizer optimizer, int inputs, int outputs) {
        var update = new BareUpdate(optimizer, inputs, outputs, compiler, workers);
        var memory = new Limit.Memory(1, 1 + update.states(), 0, inputs * outputs);
        return new Workload(memory.bytes(), memory, update);
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
