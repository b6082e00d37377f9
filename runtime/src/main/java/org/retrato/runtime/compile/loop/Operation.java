package org.retrato.runtime.compile.loop;

import static org.retrato.runtime.compile.loop.Operation.Kind.FLOAT;
import static org.retrato.runtime.compile.loop.Operation.Kind.INT;
import static org.retrato.runtime.compile.loop.Operation.Kind.MASK;
import static org.retrato.runtime.compile.loop.Operation.Kind.NOTHING;

import java.util.Locale;

/** What one {@link Instruction} does, and the kind of lanes it yields. */
enum Operation {
    LOAD(FLOAT),
    SCALAR(FLOAT),
    CONSTANT(FLOAT),
    INTEGER(INT),
    STORE(NOTHING),

    ADD(FLOAT),
    SUB(FLOAT),
    MUL(FLOAT),
    DIV(FLOAT),
    MIN(FLOAT),
    MAX(FLOAT),
    FMA(FLOAT),
    SQRT(FLOAT),
    ABS(FLOAT),
    NEG(FLOAT),
    SELECT(FLOAT),
    PATCH(FLOAT),
    FROM_BITS(FLOAT),
    FROM_INT(FLOAT),

    BITS(INT),
    TO_INT(INT),
    INT_ADD(INT),
    INT_SUB(INT),
    INT_MUL(INT),
    INT_AND(INT),
    INT_OR(INT),
    INT_XOR(INT),
    INT_SELECT(INT),
    SHIFT_LEFT(INT),
    SHIFT_RIGHT(INT),
    SHIFT_RIGHT_UNSIGNED(INT),

    LESS(MASK),
    LESS_EQUAL(MASK),
    EQUAL(MASK),
    INT_LESS(MASK),
    INT_EQUAL(MASK),
    AND(MASK),
    OR(MASK),
    NOT(MASK);

    /** What the lanes of a value hold. */
    enum Kind {
        FLOAT,
        INT,
        MASK,
        NOTHING
    }

    private final Kind kind;

    Operation(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Tells whether the value is the same for every element. */
    boolean isInvariant() {
        return this == SCALAR || this == CONSTANT || this == INTEGER;
    }

    /** Tells whether computing the value again costs no more than keeping it. */
    boolean isLeaf() {
        return isInvariant() || this == LOAD;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
