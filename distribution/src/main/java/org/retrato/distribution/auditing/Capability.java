package org.retrato.distribution.auditing;

import java.util.Locale;

/** Names what code could do; all but the first is more than a formula needs. */
public enum Capability {
    /** Computes, and touches nothing else. */
    MATHEMATICS("mathematics"),
    /** Reads or writes files, or what lies beside the classes in a JAR. */
    FILES("files"),
    /** Connects to other machines, or listens for them. */
    NETWORK("network"),
    /** Starts, watches or ends other programs. */
    PROCESSES("processes"),
    /** Does things at the same time, or waits. */
    THREADS("threads"),
    /** Reaches classes and members by name, whatever they can do, or brings in classes that are not here to be seen. */
    REFLECTION("reflection and class loading"),
    /** Runs machine code, or touches memory that Java does not guard. */
    NATIVE("native code"),
    /** Ends the program, or does something when it ends. */
    EXIT("ending the program"),
    /** Asks or changes what the machine, the user and the settings of Java are. */
    ENVIRONMENT("environment and properties"),
    /** Has a result that may be another every time. */
    NONDETERMINISM("clocks and randomness"),
    /** Turns objects into bytes and back, which runs code of theirs. */
    SERIALIZATION("serialization"),
    /** Runs or compiles a text as a program. */
    SCRIPTING("scripts and compilers"),
    /** Finds and calls objects elsewhere: JNDI, RMI, JMX. */
    REMOTE("remote objects"),
    /** Writes to the console or a log, or reads what is typed. */
    OUTPUT("console and logs"),
    /** Opens windows, draws, prints, plays sounds. */
    DESKTOP("desktop"),
    /** Calls something that is neither known as mathematics, nor as anything above, nor part of the plugin. */
    OTHER("other"),
    /** Could do anything, as it cannot be read. */
    UNREADABLE("unreadable");

    private final String text;

    Capability(String text) {
        this.text = text;
    }

    /** Returns the capability of a code. */
    static Capability of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Returns the stable code, as {@code nondeterminism}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a few words for people, as {@code clocks and randomness}. */
    @Override
    public String toString() {
        return text;
    }
}
