package org.retrato.distribution.authoring;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.data.DataException;

/** Writes a new project: the whole folder or none, and never into one that is there. */
public final class Project {

    private static final String WRAPPER = "mvnw";

    private Project() {}

    /**
     * Writes what the template makes of the names into a new folder.
     *
     * @param parent where the folder will be, which has the name of the plugin
     * @param home the folder of Retrato, from which the project will take what it is built with
     * @return the new folder
     * @throws InputException if something is there already, or the parent is not
     * @throws DataException if it cannot be written
     */
    public static Path create(Path parent, Naming naming, Template template, Path home) {
        var folder = parent.resolve(naming.name());
        check(parent, folder);
        var values = naming.values();
        values.put("retratoHome", escaped(home));
        var files = template.fill(naming.content(), values);
        var unfinished = parent.resolve(
                ".%s.%d.tmp".formatted(naming.name(), ProcessHandle.current().pid()));
        try {
            try {
                write(files, Files.createDirectory(unfinished));
                move(unfinished, folder);
            } finally {
                delete(unfinished);
            }
        } catch (AccessDeniedException failure) {
            throw new DataException(
                    "cannot write " + folder + ": you may not write in the folder it belongs to", failure);
        } catch (IOException failure) {
            throw new DataException("cannot write " + folder + ": " + failure, failure);
        }
        return folder;
    }

    private static void check(Path parent, Path folder) {
        if (!Files.isDirectory(parent)) {
            throw new InputException("there is no folder " + parent + "; create it, or name another with --into");
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw isThere(folder);
        }
    }

    private static InputException isThere(Path folder) {
        return new InputException("there is already a " + folder
                + ", which stays as it is; choose another name, or another place with --into");
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        if (!folder.resolve(WRAPPER).toFile().setExecutable(true, false)) {
            throw new IOException("its " + WRAPPER + " cannot be made executable");
        }
    }

    private static void move(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException _) {
            throw isThere(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes a path into an XML file, where it becomes part of a URL. */
    private static String escaped(Path path) {
        if (path.toString().contains("%")) {
            throw new InputException(
                    path
                            + " has a percent sign in its path, behind which Maven would not find it; give Retrato another place");
        }
        return path.toString().replace("&", "&amp;").replace("<", "&lt;");
    }
}
