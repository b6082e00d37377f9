package org.retrato.runtime.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads PNG, JPEG, GIF (its first frame) and BMP files, and writes PNG files.
 *
 * <p>What a file claims is checked before pixels are decoded, so that a small hostile file cannot fill the memory.
 * Transparency is laid over white, grey samples are taken as sRGB, other colour profiles are converted to sRGB, and
 * photographs are turned the way their camera was held.
 */
public final class ImageFile {
    /** The longest side that is read, in pixels. */
    public static final int LONGEST_SIDE = 30_000;

    /** The largest picture that is read, in pixels. */
    public static final int MOST_PIXELS = 64_000_000;

    private static final long MOST_BYTES = 512L << 20;

    private ImageFile() {}

    /**
     * Reads a picture.
     *
     * @throws DataException if the file is missing, unreadable, damaged, too large or not such a picture
     */
    public static Image read(Path path) {
        return decode(bytes(path), path.toString());
    }

    private static byte[] bytes(Path path) {
        if (Files.isDirectory(path)) {
            throw new DataException(path + " is a directory, not a picture");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new DataException(path + " is not a regular file");
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new DataException(path + " is larger than 512 MB");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException missing) {
            throw new DataException(path + " does not exist", missing);
        } catch (IOException failure) {
            throw new DataException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /**
     * Decodes the bytes of a picture file, for instance of a resource.
     *
     * @param name what messages call it
     * @throws DataException if they are damaged, claim too large a size or are not such a picture
     */
    public static Image decode(byte[] bytes, String name) {
        var format = ImageFormat.of(bytes, name);
        var header = format == ImageFormat.JPEG ? JpegHeader.of(bytes) : JpegHeader.NONE;
        if (header.components() == 4) {
            throw new DataException(name + " is a JPEG with printing colours (CMYK); save it as RGB");
        }
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            checkSize(reader, name);
            return header.upright(Pixels.of(decode(reader, name)));
        } catch (IOException | RuntimeException failure) {
            throw failure instanceof DataException plain ? plain : damaged(name, failure);
        } catch (OutOfMemoryError tooLarge) {
            throw new DataException(name + " does not fit into the memory; scale it down first", tooLarge);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(ImageReader reader, String name) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw new DataException(name + " has no pixels: its size is " + width + "x" + height);
        }
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new DataException("%s is too large: %dx%d pixels, the limit is %d million and %d a side"
                    .formatted(name, width, height, MOST_PIXELS / 1_000_000, LONGEST_SIDE));
        }
    }

    private static BufferedImage decode(ImageReader reader, String name) throws IOException {
        // the readers call it a warning when the pixels end too early, and invent the rest
        reader.addIIOReadWarningListener((_, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature") || warning.contains("truncated")) {
                throw damaged(name, new IOException(warning));
            }
        });
        return reader.read(0);
    }

    private static DataException damaged(String name, Exception cause) {
        return new DataException(name + " is damaged or cut short: its pixels cannot be decoded", cause);
    }

    /**
     * Writes a picture as PNG, whole or not at all.
     *
     * @throws DataException if {@code path} does not end in {@code .png} or cannot be written
     */
    public static void write(Image image, Path path) {
        checkName(path);
        try (var file = AtomicFile.open(path)) {
            encode(image, file.stream());
            file.commit();
        } catch (IOException failure) {
            throw new DataException("cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * Checks that {@link #write} will be able to write {@code path}: call it before the long work.
     *
     * @throws DataException if not
     */
    public static void check(Path path) {
        checkName(path);
        AtomicFile.check(path);
    }

    private static void checkName(Path path) {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".png") && !Files.isDirectory(path)) {
            throw new DataException("cannot write " + path + ": pictures are written as PNG; let the name end in .png");
        }
    }

    private static void encode(Image image, OutputStream stream) throws IOException {
        var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.pixels(), 0, image.width());
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var output = new MemoryCacheImageOutputStream(stream)) {
            writer.setOutput(output);
            writer.write(picture);
        } finally {
            writer.dispose();
        }
    }
}
