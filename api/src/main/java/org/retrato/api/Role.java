package org.retrato.api;

/**
 * Says what a parameter is for in its network, as a plain value: an optimizer decides with an {@code if} while its formula is
 * recorded.
 *
 * <pre>{@code
 * if (step.role() == Role.bias()) {
 *     return step.update(optimizer);
 * }
 * }</pre>
 *
 * <p>Later versions may know more roles; an optimizer treats one that it does not know as any other parameter.
 */
@Stability(Stability.Level.EVOLVING)
public final class Role {

    private static final Role INPUT = new Role("weight of the input layer");
    private static final Role HIDDEN = new Role("weight of a hidden layer");
    private static final Role OUTPUT = new Role("weight of the output layer");
    private static final Role BIAS = new Role("bias");

    private final String name;

    private Role(String name) {
        this.name = name;
    }

    /** Returns the role of the matrix {@code [inputs, outputs]} of the first layer, which sees the (encoded) inputs. */
    public static Role input() {
        return INPUT;
    }

    /** Returns the role of the matrix {@code [inputs, outputs]} of a layer between the first and the last. */
    public static Role hidden() {
        return HIDDEN;
    }

    /** Returns the role of the matrix {@code [inputs, outputs]} of the last layer, be it the only one or not. */
    public static Role output() {
        return OUTPUT;
    }

    /**
     * Returns the role of the vector {@code [outputs]} that any layer adds to its products, and of what an activation learns
     * ({@link Tensor#parameter}), of whatever shape.
     */
    public static Role bias() {
        return BIAS;
    }

    @Override
    public String toString() {
        return name;
    }
}
