package org.retrato.runtime.plugins;

import org.pf4j.PluginDependency;

/**
 * Says that a plugin needs another.
 *
 * @param id that of the other
 * @param requirement the versions of it that fit, as {@code >=1.0.0 & <2.0.0}, or {@code *} for any
 * @param optional whether the plugin does without it, too
 */
public record Dependency(String id, String requirement, boolean optional) {

    static Dependency of(String text) {
        var dependency = new PluginDependency(text);
        return new Dependency(dependency.getPluginId(), dependency.getPluginVersionSupport(), dependency.isOptional());
    }

    /** Returns the dependency as a manifest has it: {@code base?@>=1.0.0}. */
    @Override
    public String toString() {
        return id + (optional ? "?" : "") + (requirement.equals("*") ? "" : "@" + requirement);
    }
}
