package org.retrato.runtime.compile.machine;

import java.util.Objects;

/**
 * Names a stretch of an array.
 *
 * @param array the array, shared with others
 * @param offset where the stretch begins
 * @param length how many floats it has
 */
@SuppressWarnings("ArrayRecordComponent") // sharing the array is the purpose
public record Floats(float[] array, int offset, int length) {
    /** Checks that the stretch lies within the array. */
    public Floats {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    /** Names a whole array. */
    public Floats(float... array) {
        this(array, 0, array.length);
    }

    /** Returns the part that begins {@code start} floats further and has {@code length} floats. */
    public Floats slice(int start, int length) {
        Objects.checkFromIndexSize(start, length, this.length);
        return new Floats(array, offset + start, length);
    }
}
