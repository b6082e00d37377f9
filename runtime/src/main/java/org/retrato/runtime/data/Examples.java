package org.retrato.runtime.data;

import java.util.List;

/**
 * Holds what a network learns from: rows of inputs, and the answer expected for each.
 *
 * @param columns the names of the inputs, in order
 * @param inputs shape [rows, columns], finite; the array is not copied and must not be changed
 * @param answers one for each row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Examples(List<String> columns, float[] inputs, Answers answers) {
    public Examples {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || inputs.length != (long) answers.rows() * columns.size()) {
            throw new IllegalArgumentException(
                    "%d inputs for %d rows of %d columns".formatted(inputs.length, answers.rows(), columns.size()));
        }
    }

    /** Returns the number of examples. */
    public int rows() {
        return answers.rows();
    }

    /** Returns the examples as a network learns them: an output for the number, or one for each category. */
    public Samples samples() {
        return new Samples(
                rows(),
                inputs,
                switch (answers) {
                    case Numbers(var values) -> values;
                    case Categories(var names, var indices) -> Samples.oneHot(indices, names.size());
                });
    }

    /** What is expected: a number in each row (regression) or a category (classification). */
    public sealed interface Answers {
        /** Returns the number of answers. */
        int rows();
    }

    /**
     * Holds numbers to be approximated.
     *
     * @param values one for each row, finite; the array is not copied and must not be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Numbers(float[] values) implements Answers {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /**
     * Holds categories to be told apart.
     *
     * @param names the name of each category
     * @param indices for each row the index of its category in {@code names}; the array is not copied and must not be
     *     changed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Categories(List<String> names, int[] indices) implements Answers {
        public Categories {
            names = List.copyOf(names);
        }

        @Override
        public int rows() {
            return indices.length;
        }
    }
}
