package org.retrato.runtime.data;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Finds a name that is not taken, so that a default never overwrites an earlier work. */
public final class FreeName {
    private FreeName() {}

    /** Returns {@code path} or, while that exists, {@code portrait-2.png}, {@code portrait-3.png} and so on. */
    public static Path of(Path path) {
        var candidate = path;
        for (var number = 2; Files.exists(candidate, LinkOption.NOFOLLOW_LINKS); number++) {
            candidate = path.resolveSibling(numbered(path.getFileName().toString(), number));
        }
        return candidate;
    }

    private static String numbered(String name, int number) {
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}
