package org.retrato.runtime.plugins;

import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Compares semantic versions with each other, and with requirements such as {@code >=1.0.0 & <2.0.0}. */
public final class Versions {

    static final VersionManager MANAGER = new DefaultVersionManager();

    private static final int LONGEST = 256; // what reads requirements goes one level deeper for each bracket

    private Versions() {}

    /** Returns whether a text is a semantic version, as {@code 1.0.0} or {@code 1.0.0-beta.1}. */
    public static boolean isVersion(String text) {
        try {
            return text.length() <= LONGEST && compare(text, text) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Returns whether a text is a requirement. */
    public static boolean isRequirement(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            satisfies("0.0.0", text);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Returns a negative number if the first version is older than the second, a positive one if it is newer, 0 if neither. */
    public static int compare(String version, String other) {
        return MANAGER.compareVersions(version, other);
    }

    /** Returns whether a version meets a requirement. */
    public static boolean satisfies(String version, String requirement) {
        return MANAGER.checkVersionConstraint(version, requirement);
    }
}
