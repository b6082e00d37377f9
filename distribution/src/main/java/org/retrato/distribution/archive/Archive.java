package org.retrato.distribution.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.retrato.runtime.data.AtomicFile;
import org.retrato.runtime.data.DataException;

/**
 * Packs a folder into one file, which appears whole or not at all, and has the same bytes wherever and whenever the same
 * Java packs the same content: by name, with one time for all, the permissions 755 or 644, and no owners.
 */
public final class Archive {

    private Archive() {}

    /**
     * Packs a folder as {@code .tar.gz}.
     *
     * @param root what the folder is called in the archive
     * @param time when all was last modified
     * @param file the archive
     * @throws DataException if something in the folder cannot be packed, or the archive not be written
     */
    public static void tarGz(Path folder, String root, Instant time, Path file) {
        write(folder, root, file, (members, out) -> {
            var gzip = gzip(out);
            tar(members, time, gzip);
            gzip.finish();
        });
    }

    /**
     * Packs a folder as {@code .zip}, in which Unix finds its permissions and links too.
     *
     * @param root what the folder is called in the archive
     * @param time when all was last modified; a zip has no time zone, and unpacks it as if here were UTC
     * @param file the archive
     * @throws DataException if something in the folder cannot be packed, or the archive not be written
     */
    public static void zip(Path folder, String root, Instant time, Path file) {
        write(folder, root, file, (members, out) -> {
            var zip = new UnixZip(out, time);
            for (var member : members) {
                zip.write(member);
            }
            zip.finish();
        });
    }

    /** Compresses; a Java image gets no smaller with a higher level than this one. */
    static GZIPOutputStream gzip(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 16);
    }

    static void tar(List<Member> members, Instant time, OutputStream out) throws IOException {
        var tar = new TarOutput(out, time);
        for (var member : members) {
            tar.write(member);
        }
        tar.finish();
    }

    private static void write(Path folder, String root, Path path, Format format) {
        try (var file = AtomicFile.open(path)) {
            format.write(Member.of(folder, root), file.stream());
            file.commit();
        } catch (IOException failure) {
            throw new DataException("cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }

    private interface Format {
        void write(List<Member> members, OutputStream out) throws IOException;
    }
}
