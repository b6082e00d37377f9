package org.retrato.distribution.authoring;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.retrato.api.Component;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Kind;

/**
 * Holds what a new plugin is called; a name that Java, Maven or Retrato could not live with is refused.
 *
 * @param content what is in it
 * @param name its id, the artifact and the folder, and what users call its component if it has one only, as {@code my-optimizer}
 * @param packageName its package, its module and its Maven group
 */
public record Naming(Content content, String name, String packageName) {

    private static final int LONGEST = 60;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final Pattern TAKEN = Pattern.compile("(java|javax|jdk|sun|org\\.retrato)(\\..*)?");

    /**
     * Checks the names.
     *
     * @param packageName none for one that follows from the name
     * @throws InputException if one of them will not do
     */
    public static Naming of(Content content, String name, Optional<String> packageName) {
        checkName(name);
        var naming = new Naming(content, name, packageName.orElse(name.replace("-", "")));
        naming.checkClass();
        naming.checkPackage();
        return naming;
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            var similar = similar(name);
            throw new InputException("'" + name
                    + "' is no name: write words of lower-case letters and digits, each beginning"
                    + " with a letter, with hyphens between them"
                    + (NAME.matcher(similar).matches() ? "; did you mean '" + similar + "'?" : ", as my-optimizer"));
        }
        if (name.length() > LONGEST) {
            throw new InputException(
                    "the name '" + name + "' has " + name.length() + " letters; choose one with at most " + LONGEST);
        }
        if (name.startsWith("retrato-")) {
            throw new InputException("the name '" + name + "' looks like a part of Retrato itself; choose another, as '"
                    + name.replaceFirst("retrato-?", "my-") + "'");
        }
    }

    private static String similar(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-(?=[0-9])", "")
                .replaceAll("^[-0-9]+|-+$", "");
    }

    private void checkClass() {
        if (content == Content.PLUGIN) {
            return;
        }
        if (className(name).matches(".*(Test|IT)")) {
            throw new InputException(
                    "the name '%s' would make a class %s, which Maven would take for a test; choose another"
                            .formatted(name, className(name)));
        }
        for (var taken : new String[] {"java.lang", Component.class.getPackageName()}) {
            try {
                Class.forName(taken + "." + className(name), false, Naming.class.getClassLoader());
            } catch (ClassNotFoundException _) {
                continue;
            }
            throw new InputException(
                    "the name '%s' would make a class %s, which %s has already; choose another, as 'my-%s'"
                            .formatted(name, className(name), taken, name));
        }
    }

    private void checkPackage() {
        if (!SourceVersion.isName(packageName)) {
            throw new InputException(
                    "'" + packageName + "' is no package: write words of letters and digits, none of them a"
                            + " word of Java itself, with dots between them, as --package org.example.brushes");
        }
        if (TAKEN.matcher(packageName).matches()) {
            throw new InputException("the package '" + packageName
                    + "' belongs to Java or to Retrato itself; choose another, as --package org.example.brushes");
        }
    }

    /** Returns the name of a component of the plugin for users: that of the plugin if it has one only. */
    public String component(Kind kind) {
        return content == Content.PLUGIN ? "my-" + kind : name;
    }

    /** Returns what the template calls each of the names. */
    Map<String, String> values() {
        var values = new HashMap<>(Map.of(
                "groupId", packageName,
                "artifactId", name,
                "version", "1.0.0",
                "package", packageName,
                "packageInPathFormat", packageName.replace('.', '/')));
        for (var kind : content.kinds()) {
            values.put(kind.toString(), className(component(kind)));
            values.put(kind + "Name", component(kind));
        }
        return values;
    }

    private static String className(String name) {
        return Stream.of(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
