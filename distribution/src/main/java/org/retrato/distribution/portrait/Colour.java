package org.retrato.distribution.portrait;

/** An sRGB colour with channels in [0, 1]. */
record Colour(double red, double green, double blue) {
    /** Reads 0xRRGGBB. */
    static Colour of(int code) {
        return new Colour((code >> 16) / 255.0, (code >> 8 & 255) / 255.0, (code & 255) / 255.0);
    }

    /** Goes towards another colour: 0 stays, 1 arrives. */
    Colour mix(Colour other, double share) {
        var t = Math.clamp(share, 0, 1);
        return new Colour(
                red + (other.red - red) * t, green + (other.green - green) * t, blue + (other.blue - blue) * t);
    }

    Colour times(double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    /** Returns the colour at {@code value} in [0, 1] on an even scale from the first to the last. */
    static Colour ramp(double value, Colour... scale) {
        var position = Math.clamp(value, 0, 1) * (scale.length - 1);
        var index = Math.min((int) position, scale.length - 2);
        return scale[index].mix(scale[index + 1], position - index);
    }
}
