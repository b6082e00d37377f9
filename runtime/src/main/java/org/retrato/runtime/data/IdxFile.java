package org.retrato.runtime.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Holds an array of bytes in the IDX format of MNIST, plain or compressed with gzip: two zeros, the type (8 for unsigned
 * bytes, the only one read), the number of dimensions, each size in 4 bytes, and the values.
 *
 * @param name what messages call it
 * @param shape the size of each dimension; the first is the number of examples
 * @param bytes the values in row-major order; not copied, and must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IdxFile(String name, List<Integer> shape, byte[] bytes) {
    private static final int MOST_BYTES = 1 << 30;

    /**
     * Reads an array.
     *
     * @throws DataException if the file cannot be read, is of another format or type, or not as long as it says
     */
    public static IdxFile read(Path path) {
        try (var file = new BufferedInputStream(Files.newInputStream(path))) {
            return read(new DataInputStream(inflated(file)), path.toString());
        } catch (NoSuchFileException missing) {
            throw new DataException(path + " does not exist", missing);
        } catch (EOFException end) {
            throw new DataException(path + " is cut short: it ends before its header does", end);
        } catch (IOException failure) {
            throw new DataException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static InputStream inflated(InputStream file) throws IOException {
        file.mark(2);
        var compressed = file.read() == 0x1F && file.read() == 0x8B;
        file.reset();
        return compressed ? new GZIPInputStream(file) : file;
    }

    private static IdxFile read(DataInputStream input, String name) throws IOException {
        if (input.readShort() != 0) {
            throw new DataException(name + " is not an IDX file: it does not start with two zeros");
        }
        var type = input.readByte();
        if (type != 8) {
            throw new DataException(name + " holds values of IDX type " + type + "; only unsigned bytes (8) are read");
        }
        var shape = new int[input.readUnsignedByte()];
        var size = 1L;
        for (var i = 0; i < shape.length; i++) {
            shape[i] = input.readInt();
            if (shape[i] < 1 || (size *= shape[i]) > MOST_BYTES) {
                throw new DataException(
                        "%s says that dimension %d is %d, which cannot be".formatted(name, i + 1, shape[i]));
            }
        }
        if (shape.length == 0) {
            throw new DataException(name + " has no dimensions");
        }
        var bytes = input.readNBytes((int) size);
        if (bytes.length < size || input.read() >= 0) {
            throw new DataException("%s is damaged: it should hold %d values and holds %s"
                    .formatted(name, size, bytes.length < size ? bytes.length : "more"));
        }
        return new IdxFile(name, IntStream.of(shape).boxed().toList(), bytes);
    }

    /**
     * Joins pictures and their labels into examples; the inputs are the bytes divided by 255.
     *
     * @param labels one byte for each picture, the index of its category
     * @throws DataException if the two files do not belong together
     */
    public Examples labelled(IdxFile labels) {
        var rows = shape.getFirst();
        if (!labels.shape.equals(List.of(rows))) {
            throw new DataException(
                    "%s has %d examples, but %s has the shape %s".formatted(name, rows, labels.name, labels.shape));
        }
        var inputs = new float[bytes.length];
        for (var i = 0; i < inputs.length; i++) {
            inputs[i] = (bytes[i] & 255) / 255f;
        }
        var indices = new int[rows];
        for (var i = 0; i < rows; i++) {
            indices[i] = labels.bytes[i] & 255;
        }
        var categories = IntStream.of(indices).max().orElseThrow() + 1;
        return new Examples(
                names("input", bytes.length / rows), inputs, new Examples.Categories(names("", categories), indices));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
