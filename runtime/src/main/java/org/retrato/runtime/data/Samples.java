package org.retrato.runtime.data;

/**
 * Holds what a network learns from: rows of inputs, and a row of targets for each.
 *
 * @param count the number of rows, at least 1
 * @param inputs the inputs row by row, without gaps
 * @param targets the targets row by row: values, or ones and zeros for categories
 */
public record Samples(int count, float[] inputs, float[] targets) {

    public Samples {
        if (count < 1 || inputs.length == 0 || targets.length == 0) {
            throw new IllegalArgumentException("there are no samples to learn from");
        }
        if (inputs.length % count != 0 || targets.length % count != 0) {
            throw new IllegalArgumentException(count + " rows do not divide " + inputs.length + " inputs and "
                    + targets.length + " targets evenly");
        }
    }

    /** Holds samples given as one array a row. */
    public static Samples of(float[][] inputs, float[][] targets) {
        if (inputs.length != targets.length) {
            throw new IllegalArgumentException(
                    "there are " + inputs.length + " rows of inputs, but " + targets.length + " of targets");
        }
        return new Samples(inputs.length, flat("inputs", inputs), flat("targets", targets));
    }

    /** Returns the targets of rows in categories: in each row a one at the index of its category, and zeros elsewhere. */
    public static float[] oneHot(int[] indices, int categories) {
        var rows = new float[Math.multiplyExact(indices.length, categories)];
        for (var row = 0; row < indices.length; row++) {
            rows[row * categories + indices[row]] = 1;
        }
        return rows;
    }

    /** Returns the number of inputs of a row. */
    public int inputWidth() {
        return inputs.length / count;
    }

    /** Returns the number of targets of a row. */
    public int targetWidth() {
        return targets.length / count;
    }

    private static float[] flat(String what, float[][] rows) {
        var width = rows.length == 0 ? 0 : rows[0].length;
        var flat = new float[rows.length * width];
        for (var row = 0; row < rows.length; row++) {
            if (rows[row].length != width) {
                throw new IllegalArgumentException(
                        "row " + row + " of the " + what + " has " + rows[row].length + " numbers, the first " + width);
            }
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return flat;
    }
}
