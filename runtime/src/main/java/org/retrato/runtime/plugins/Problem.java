package org.retrato.runtime.plugins;

import java.util.Locale;

/** Lists the problems for which a candidate or a component is refused; the codes are stable. */
public enum Problem {
    // the files
    /** The file is no JAR: text, an empty file, another archive format, a pipe. */
    NOT_A_JAR,
    /** The JAR is incomplete, or the checksum of an entry is wrong. */
    DAMAGED_JAR,
    /** The JAR, or a part of it, is far larger than that of a plugin would be, as a file that was made to fill the memory. */
    OVERSIZED_JAR,
    /** An entry has a name that is no place inside a JAR, as {@code ../x}. */
    UNSAFE_ENTRY,
    /** Two entries have the same name. */
    DUPLICATE_ENTRY,
    /** The folder holds no JAR. */
    EMPTY_FOLDER,
    /** Of the JARs of a folder none, or several, could be the plugin itself. */
    AMBIGUOUS_FOLDER,
    /** The file or folder cannot be read, or is not there. */
    UNREADABLE,

    // whose they are, if that matters
    /** Something in a JAR is not signed. */
    UNSIGNED,
    /** A JAR is signed by somebody who is not trusted, or whose certificate is not valid any more. */
    UNTRUSTED,
    /** A JAR was altered after it was signed, or after it was read. */
    TAMPERED,

    // what they say about themselves
    /** Neither the manifest nor a module descriptor names the plugin. */
    MISSING_ID,
    /** The manifest is malformed, or an attribute stands in it twice or is far too long. */
    INVALID_MANIFEST,
    /** The id of the plugin is not one that users could write before a colon. */
    INVALID_ID,
    /** The version is not a semantic version. */
    INVALID_VERSION,
    /** {@code Plugin-Requires} is not a version requirement. */
    INVALID_REQUIREMENT,
    /** {@code Plugin-Dependencies} holds something that is not a dependency. */
    INVALID_DEPENDENCY,
    /** The module descriptor is corrupt or contradicts the JAR. */
    INVALID_MODULE,

    // how they fit with Retrato and each other
    /** The plugin needs another version of Retrato. */
    UNMET_REQUIREMENT,
    /** Two candidates of the same folder have the same id. */
    DUPLICATE_ID,
    /** An earlier folder holds a plugin with the same id, which wins. */
    SHADOWED,
    /** A plugin that this one depends on was not found. */
    MISSING_DEPENDENCY,
    /** A plugin that this one depends on was itself refused. */
    REFUSED_DEPENDENCY,
    /** A plugin that this one depends on has another version. */
    UNMET_DEPENDENCY,
    /** The plugin depends on itself, directly or through others. */
    DEPENDENCY_CYCLE,

    // how they are linked
    /** A JAR brings its own copy of the API. */
    BUNDLED_API,
    /** A module requires one that plugins must not use. */
    FORBIDDEN_MODULE,
    /** A module requires one that is not there, or the modules contradict each other. */
    UNRESOLVED_MODULE,
    /** The plugin was granted native access and is no module, or uses native code without being granted it. */
    NATIVE_ACCESS,
    /** The plugin could not be linked for another reason. */
    BROKEN_PLUGIN,

    // what they provide
    /** The plugin declares no component, or none that works. */
    NO_COMPONENT,
    /** A list of providers in {@code META-INF/services} is malformed. */
    INVALID_SERVICES,
    /** The class of a component is not in the plugin. */
    MISSING_COMPONENT,
    /** The component is not a record. */
    NOT_A_RECORD,
    /** The component has no public constructor without arguments, so no defaults. */
    NO_DEFAULTS,
    /** The class of the component comes from outside the plugin. */
    FOREIGN_COMPONENT,
    /** The component breaks another rule: its kind, its name, or the type of a hyperparameter. */
    INVALID_COMPONENT,
    /** The component takes for ever, or all memory, when it is created. */
    ENDLESS,
    /** The component cannot be created with its defaults. */
    BROKEN_COMPONENT;

    /** Returns the stable code, as {@code not-a-jar}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
