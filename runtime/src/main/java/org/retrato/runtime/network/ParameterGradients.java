package org.retrato.runtime.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.retrato.runtime.compile.Execution;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/**
 * Computes the gradients of what the activations learn: sums over the rows of a batch, one chain of additions for each unit, in
 * the order of the rows, and at the end what {@link Learning} makes of them.
 */
public final class ParameterGradients {

    private final List<Layer> layers = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    /** Makes room for the gradients of all layers. */
    public ParameterGradients(Model model, FloatArena arena) {
        for (var layer = 0; layer < model.activations().size(); layer++) {
            var learning = model.activations().get(layer).learning();
            var own = new ArrayList<Sum>();
            for (var index = 0; index < learning.repeated().size(); index++) {
                var width = learning.repeated().get(index).shape().elements(1);
                own.add(new Sum(layer, index, new double[width], arena.allocate(Execution.room(width))));
            }
            sums.addAll(own);
            layers.add(new Layer(learning, model.learned().get(layer), own, arena));
        }
    }

    /** Returns the number of tasks into which the sums are cut. */
    public int tasks() {
        return sums.size();
    }

    /**
     * Adds what some tiles contribute, in their order, as far as one task goes.
     *
     * @param tiles holds the tiles that went forward and backward
     * @param count how many of them, from the first
     * @param first whether these are the first rows of a batch: what was there is forgotten
     */
    public void add(int task, List<Tile> tiles, int count, boolean first) {
        var sum = sums.get(task);
        if (first) {
            Arrays.fill(sum.chains(), 0);
        }
        for (var i = 0; i < count; i++) {
            var tile = tiles.get(i);
            tile.hidden(sum.layer()).addContributions(sum.index(), tile.rows(), sum.chains());
        }
    }

    /** Computes the gradients, after all rows have been added. */
    public void finish() {
        for (var i = 0; i < layers.size(); i++) {
            layers.get(i).finish();
        }
    }

    /** Returns the gradient of a parameter of a layer, stored as {@link ActivationParameters#stored}. */
    public Floats gradient(int layer, int parameter) {
        return layers.get(layer).gradients[parameter];
    }

    /** The sums over the rows of one gradient that {@link Learning#repeated} names. */
    private record Sum(int layer, int index, double[] chains, Floats floats) {

        void round() {
            for (var unit = 0; unit < chains.length; unit++) {
                floats.array()[floats.offset() + unit] = (float) chains[unit];
            }
        }
    }

    /** What becomes of the sums of one layer. */
    private static final class Layer {

        private final ActivationParameters parameters;
        private final List<Sum> sums;
        private final Floats[] gradients;
        private final Execution execution;

        Layer(Learning learning, ActivationParameters parameters, List<Sum> sums, FloatArena arena) {
            this.parameters = parameters;
            this.sums = sums;
            execution = learning.gradient().start();
            parameters.bind(execution, 0);
            for (var i = 0; i < sums.size(); i++) {
                execution.input(parameters.count() + i, sums.get(i).floats());
            }
            gradients = new Floats[parameters.count()];
            for (var i = 0; i < gradients.length; i++) {
                gradients[i] = arena.allocate(parameters.stored(i).length());
                if (!parameters.isScalar(i)) {
                    execution.output(i, gradients[i]);
                }
            }
        }

        void finish() {
            for (var i = 0; i < sums.size(); i++) {
                sums.get(i).round();
            }
            parameters.pass(execution, 0);
            execution.run(1);
            for (var i = 0; i < gradients.length; i++) {
                if (parameters.isScalar(i)) {
                    gradients[i].array()[gradients[i].offset()] = (float) execution.output(i);
                }
            }
        }
    }
}
