package org.retrato.runtime.compile.loop;

/**
 * Where the {@code run} method of a compiled kernel keeps what.
 *
 * <pre>
 *   this  arrays  offsets  scalars  count │ element  patched │ array 0, offset 0, array 1, … │ scalar 0, … │ value 0, …
 * </pre>
 *
 * @param arrays how many arrays there are
 * @param scalars how many scalars there are
 */
record Locals(int arrays, int scalars) {

    static final int ARRAYS = 1;
    static final int OFFSETS = 2;
    static final int SCALARS = 3;
    static final int COUNT = 4;

    /** The element that the loop is at. */
    static final int ELEMENT = 5;

    /** An array of one vector, made in the rare case that lanes are computed one by one. */
    static final int PATCHED = 6;

    private static final int FIRST_ARRAY = 7;

    int array(int number) {
        return FIRST_ARRAY + 2 * number;
    }

    int offset(int number) {
        return array(number) + 1;
    }

    int scalar(int number) {
        return array(arrays) + number;
    }

    int value(int position) {
        return scalar(scalars) + position;
    }
}
