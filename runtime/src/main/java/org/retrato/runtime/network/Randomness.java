package org.retrato.runtime.network;

/**
 * Draws random numbers that depend on nothing but a seed, a stream and a counter, so that the order of draws, and with it
 * the number of threads, does not matter.
 *
 * <p>The bits are the counter, mixed twice by the finalizer of SplitMix64 (Steele, Lea and Flood, Fast splittable
 * pseudorandom number generators, 2014).
 *
 * @param key where the numbers come from: the seed, mixed with the names of the streams
 */
public record Randomness(long key) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Returns the numbers of a seed. */
    public static Randomness of(long seed) {
        return new Randomness(mix(seed + GOLDEN));
    }

    /** Returns independent numbers for one purpose. */
    public Randomness stream(String purpose) {
        var hash = key;
        for (var i = 0; i < purpose.length(); i++) {
            hash = mix(hash * 31 + purpose.charAt(i));
        }
        return new Randomness(mix(hash + purpose.length())); // else "a" of "b" would be "ab"
    }

    /** Returns independent numbers for one of many, as a step or a layer. */
    public Randomness stream(long index) {
        return new Randomness(key(index));
    }

    /** Returns 64 random bits. */
    public long bits(long counter) {
        return bits(key, counter);
    }

    private long key(long index) {
        return bits(index) ^ GOLDEN;
    }

    private static long bits(long key, long counter) {
        return mix(mix(key + counter * GOLDEN) ^ key);
    }

    /**
     * Returns an index from 0 up to but not including {@code bound}, from the random bits of {@code stream(index)}, without an
     * object for that.
     */
    public int index(long index, long counter, int bound) {
        return (int) Math.unsignedMultiplyHigh(bits(key(index), counter), bound);
    }

    /** Returns a number from 0 up to but not including 1, with 53 random bits. */
    public double uniform(long counter) {
        return (bits(counter) >>> 11) * 0x1p-53;
    }

    /** Returns a number from the standard normal distribution (Box and Muller, 1958). */
    public double normal(long counter) {
        // 1 - uniform is in (0, 1], of which the logarithm is finite
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(2 * counter)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * counter + 1));
    }

    private static long mix(long bits) {
        var mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
