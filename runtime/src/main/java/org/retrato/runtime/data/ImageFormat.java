package org.retrato.runtime.data;

/** Names the format of a picture by its first bytes, whatever the file is called. */
enum ImageFormat {
    PNG("\u0089PNG\r\n\u001a\n", true),
    JPEG("\u00ff\u00d8\u00ff", true),
    GIF("GIF8", true),
    BMP("BM", true),
    TIFF_LITTLE("II*\0", false),
    TIFF_BIG("MM\0*", false),
    WEBP("RIFF????WEBP", false),
    HEIF("????ftyp", false),
    JPEG_XL("\0\0\0\fJXL ", false),
    PHOTOSHOP("8BPS", false),
    PDF("%PDF", false),
    SVG("<svg", false);

    private final String start;
    private final boolean readable;

    ImageFormat(String start, boolean readable) {
        this.start = start;
        this.readable = readable;
    }

    /**
     * Returns the format of a file that can be read.
     *
     * @throws DataException if it is another format, or none
     */
    static ImageFormat of(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw new DataException(name + " is empty");
        }
        for (var format : values()) {
            if (format.starts(bytes)) {
                if (!format.readable) {
                    throw new DataException(name + " is a picture of the format "
                            + format.name().replaceFirst("_.*", "") + "; save it as PNG or JPEG");
                }
                return format;
            }
        }
        throw new DataException(name + " is not a picture; PNG, JPEG, GIF and BMP can be read");
    }

    private boolean starts(byte[] bytes) {
        for (var i = 0; i < start.length(); i++) {
            if (i >= bytes.length || (start.charAt(i) != '?' && start.charAt(i) != (bytes[i] & 255))) {
                return false;
            }
        }
        return true;
    }
}
