package org.retrato.runtime.painting;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.retrato.api.Style;
import org.retrato.api.Target;
import org.retrato.runtime.compile.Compiler;
import org.retrato.runtime.compile.machine.Workers;
import org.retrato.runtime.data.DataException;
import org.retrato.runtime.data.Image;
import org.retrato.runtime.data.Samples;
import org.retrato.runtime.network.Encoding;
import org.retrato.runtime.network.Model;
import org.retrato.runtime.network.Network;
import org.retrato.runtime.network.Randomness;
import org.retrato.runtime.training.Composition;
import org.retrato.runtime.training.Settings;
import org.retrato.runtime.training.Trainer;

/**
 * Paints an image with a network that learns the colour of each place.
 *
 * <p>The inputs of the network are the coordinates of the pixels' centres, the longer side from -1 to 1. Its outputs are red,
 * green and blue, as sRGB values scaled to [0, 1], which is also the scale on which a loss measures; or, for a loss that wants
 * categories, the colours of a {@link Palette}, of which the network names one for each place.
 */
public final class Painter {

    private final Image target;
    private final @Nullable Palette palette;
    private final float[] coordinates;
    private final Supplier<Model> begin;
    private final Trainer trainer;
    private final Workers workers;

    /**
     * Prepares a painting.
     *
     * @param hidden the number of units of each hidden layer
     * @param colours the size of the palette for a loss that wants categories, 1 to 256
     */
    public Painter(
            Image target,
            Style style,
            Encoding encoding,
            List<Integer> hidden,
            int colours,
            Settings settings,
            Compiler compiler,
            Workers workers) {
        this.target = target;
        this.workers = workers;
        var parts = Composition.of(style);
        palette = parts.target() == Target.categories() ? Palette.of(target, colours, settings.seed()) : null;
        coordinates = coordinates(target);
        var pixels = target.width() * target.height();
        var samples = new Samples(pixels, coordinates, palette == null ? target.values() : categories(target, palette));
        var network = new Network(2, encoding, hidden, samples.targetWidth());
        begin = () -> new Model(network, parts.activation(), parts.loss(), Randomness.of(settings.seed()), compiler);
        trainer = new Trainer(begin.get(), parts, samples, settings, compiler, workers);
    }

    static float[] coordinates(Image image) {
        var coordinates = new float[2 * image.width() * image.height()];
        var longer = Math.max(image.width(), image.height());
        for (var i = 0; i < coordinates.length / 2; i++) {
            coordinates[2 * i] = (2 * (i % image.width()) + 1 - image.width()) / (float) longer;
            coordinates[2 * i + 1] = (2 * (i / image.width()) + 1 - image.height()) / (float) longer;
        }
        return coordinates;
    }

    private static float[] categories(Image image, Palette palette) {
        var indices = palette.indices(image);
        if ((long) indices.length * palette.size() > Integer.MAX_VALUE - 8) {
            throw new DataException(
                    "an image of %d pixels is too large to be painted with %d colours; choose a smaller size"
                            .formatted(indices.length, palette.size()));
        }
        return Samples.oneHot(indices, palette.size());
    }

    /** Returns the training that paints. */
    public Trainer trainer() {
        return trainer;
    }

    /** Returns what is to be painted. */
    public Image target() {
        return target;
    }

    /** Paints what has been learned so far. */
    public Image picture() {
        return picture(trainer.model());
    }

    /** Paints what was there before the first step. */
    public Image beginning() {
        return picture(begin.get());
    }

    private Image picture(Model model) {
        var predicted = model.predict(coordinates, workers);
        return palette == null
                ? Image.ofValues(target.width(), target.height(), predicted)
                : palette.likeliest(target.width(), target.height(), predicted);
    }
}
