package org.retrato.distribution.auditing;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a class that was read, and not loaded.
 *
 * @param place its name, after whatever tells where it is if it is not where everybody would look for it
 * @param name its name, as {@code java.util.Map$Entry}
 * @param supertypes the names of the class and the interfaces that it says it extends and implements
 */
record Code(String place, String name, List<String> supertypes, ClassModel model) {

    private static final ClassFile READER =
            ClassFile.of(LineNumbersOption.DROP_LINE_NUMBERS, DebugElementsOption.DROP_DEBUG);

    /**
     * Reads a class file.
     *
     * @param origin what the place begins with
     * @param entry where it was in its JAR
     * @throws RuntimeException of one kind or another if it is damaged
     */
    static Code read(String origin, String entry, byte[] classFile) {
        var model = READER.parse(classFile);
        var name = nameOf(model.thisClass());
        var supertypes = new ArrayList<String>();
        model.superclass().ifPresent(type -> supertypes.add(nameOf(type)));
        model.interfaces().forEach(type -> supertypes.add(nameOf(type)));
        return new Code(origin + oddity(entry, path(name)) + name, name, supertypes, model);
    }

    /** Returns what of the name of an entry that of the class does not tell, as {@code META-INF/versions/25: }. */
    private static String oddity(String entry, String path) {
        if (entry.equals(path)) {
            return "";
        }
        return (entry.endsWith("/" + path) ? entry.substring(0, entry.length() - path.length() - 1) : entry) + ": ";
    }

    /** Returns where class loaders look for a class in a JAR. */
    static String path(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** Returns the name of a class; of an array, that of the class whose members it has. */
    static String nameOf(ClassEntry type) {
        var name = type.asInternalName();
        return name.startsWith("[") ? "java.lang.Object" : name.replace('/', '.');
    }
}
