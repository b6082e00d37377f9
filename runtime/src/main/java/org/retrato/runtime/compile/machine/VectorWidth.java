package org.retrato.runtime.compile.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Says how many floats one vector instruction handles.
 *
 * <p>Results do not depend on it, only speed does: the same bits come out for every width.
 */
public enum VectorWidth {
    BITS_128(128),
    BITS_256(256),
    BITS_512(512);

    /** Names the system property that asks for a narrower width than the machine has: 128, 256 or 512. */
    public static final String PROPERTY = "retrato.vector.bits";

    private final int bits;

    VectorWidth(int bits) {
        this.bits = bits;
    }

    /** Returns the width to use: what {@value #PROPERTY} asks for, never wider than the machine. */
    public static VectorWidth current() {
        var machine = available().getLast();
        return requested().filter(width -> width.compareTo(machine) < 0).orElse(machine);
    }

    /**
     * Returns what {@value #PROPERTY} asks for.
     *
     * @throws IllegalArgumentException if there is no such width
     */
    public static Optional<VectorWidth> requested() {
        var requested = System.getProperty(PROPERTY);
        if (requested == null) {
            return Optional.empty();
        }
        for (var width : values()) {
            if (Integer.toString(width.bits()).equals(requested.strip())) {
                return Optional.of(width);
            }
        }
        throw new IllegalArgumentException(
                "system property %s is '%s'; use 128, 256 or 512, or leave it out".formatted(PROPERTY, requested));
    }

    /** Returns the widths that this machine runs, narrowest first; never empty. */
    public static List<VectorWidth> available() {
        int widest = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        return Arrays.stream(values())
                .filter(width -> width == BITS_128 || width.bits() <= widest)
                .toList();
    }

    /** Returns the number of bits of a vector. */
    public int bits() {
        return bits;
    }

    /** Returns the number of floats in a vector. */
    public int lanes() {
        return bits / Float.SIZE;
    }

    /** Returns the species of such vectors. */
    public VectorSpecies<Float> species() {
        return switch (this) {
            case BITS_128 -> FloatVector.SPECIES_128;
            case BITS_256 -> FloatVector.SPECIES_256;
            case BITS_512 -> FloatVector.SPECIES_512;
        };
    }

    /** Returns the name of the constant in {@link FloatVector} that holds {@link #species()}. */
    public String speciesConstant() {
        return "SPECIES_" + bits();
    }
}
