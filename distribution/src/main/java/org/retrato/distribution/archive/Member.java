package org.retrato.distribution.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.retrato.runtime.data.DataException;

/** Is one thing in an archive; names have slashes between their parts and none at either end. */
sealed interface Member {

    /** Returns where it is in the archive, as {@code retrato/bin/retrato}. */
    String name();

    /** Returns the permissions as Unix writes them: whoever may read the archive may read all that is in it. */
    int mode();

    /** Is a folder. */
    record Folder(String name) implements Member {
        @Override
        public int mode() {
            return 0755;
        }
    }

    /**
     * Is a file.
     *
     * @param size its bytes
     */
    record File(String name, Path path, long size, boolean executable) implements Member {
        @Override
        public int mode() {
            return executable ? 0755 : 0644;
        }

        InputStream open() {
            try {
                return Files.newInputStream(path);
            } catch (IOException unreadable) {
                throw new DataException(
                        "cannot pack " + path + ": it cannot be read; check its permissions", unreadable);
            }
        }
    }

    /**
     * Is a symbolic link.
     *
     * @param target what it points to, from the folder that it is in
     */
    record Link(String name, String target) implements Member {
        @Override
        public int mode() {
            return 0777;
        }
    }

    /**
     * Lists a folder with all that is in it, by name, so that a folder comes before what is in it.
     *
     * @param root what the folder is called in the archive, as {@code opt/retrato}
     * @throws DataException if it cannot be read, or something in it not be packed
     */
    static List<Member> of(Path folder, String root) {
        var members = new ArrayList<Member>();
        for (var slash = root.indexOf('/'); slash >= 0; slash = root.indexOf('/', slash + 1)) {
            members.add(new Folder(root.substring(0, slash)));
        }
        try {
            var real = folder.toRealPath(); // nothing beyond a link would be walked
            try (var paths = Files.walk(real)) {
                for (var path : (Iterable<Path>) paths::iterator) {
                    members.add(member(real, path, root));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new DataException("cannot read all of the folder " + folder + ": " + unreadable, unreadable);
        }
        members.sort(Comparator.comparing(Member::name));
        return members;
    }

    private static Member member(Path folder, Path path, String root) throws IOException {
        var name = path.equals(folder) ? root : root + "/" + slashes(folder.relativize(path));
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Folder(name);
        }
        if (Files.isSymbolicLink(path)) {
            return link(folder, path, name);
        }
        if (!Files.isRegularFile(path)) {
            throw new DataException("cannot pack " + path + ": it is neither a file nor a folder; remove it");
        }
        return new File(name, path, Files.size(path), isExecutable(path));
    }

    private static Link link(Path folder, Path path, String name) throws IOException {
        var target = Files.readSymbolicLink(path);
        if (target.isAbsolute() || !path.resolveSibling(target).normalize().startsWith(folder)) {
            throw new DataException("cannot pack " + path + ": it is a link to " + target + ", out of " + folder
                    + "; put what it points to in its place");
        }
        return new Link(name, slashes(target));
    }

    /** Asks for the bit itself: the superuser may execute what nobody may, and Windows knows no such bit. */
    private static boolean isExecutable(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return posix != null && posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
