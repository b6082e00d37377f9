package org.retrato.runtime.plugins;

import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Compares semantic versions with requirements. */
public final class Versions {

    static final VersionManager MANAGER = new DefaultVersionManager();

    private Versions() {}

    /** Returns whether a text is a semantic version, as {@code 1.0.0-beta.1}. */
    public static boolean isVersion(String text) {
        try {
            return MANAGER.compareVersions(text, text) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    static boolean isRequirement(String text) {
        try {
            MANAGER.checkVersionConstraint("0.0.0", text);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    static boolean satisfies(String version, String requirement) {
        return MANAGER.checkVersionConstraint(version, requirement);
    }
}
