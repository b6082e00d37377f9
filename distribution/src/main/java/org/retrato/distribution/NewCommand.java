package org.retrato.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.authoring.Content;
import org.retrato.distribution.authoring.Naming;
import org.retrato.distribution.authoring.Project;
import org.retrato.distribution.authoring.Template;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.Commission;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Catalog;
import org.retrato.runtime.catalog.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a plugin. */
@Command(
        name = "new",
        description = {
            "Begins a plugin: makes a Maven project that builds, with a formula to edit, its texts and its test.",
            "Nothing that exists is touched."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  retrato new optimizer my-optimizer",
            "  retrato new plugin brushes --package org.example.brushes --into ~/plugins"
        })
final class NewCommand implements Runnable {

    /** Lists what can be asked for. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }

    private static List<String> words() {
        return Stream.of(Content.values()).map(Content::toString).toList();
    }

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = Words.class,
            description = "What is in it: ${COMPLETION-CANDIDATES}; 'plugin' has one of each.")
    private String kind = "";

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description =
                    "What it is called, as 'my-optimizer': words of lower-case letters and digits with hyphens between.")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description =
                    "The Java package, which is the module and the Maven group, too; NAME without hyphens unless given.")
    private @Nullable String packageName;

    @Option(names = "--into", paramLabel = "DIR", description = "Where to make the folder NAME; here unless given.")
    private @Nullable Path parent;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Override
    public void run() {
        var content = Content.of(kind)
                .orElseThrow(() -> new InputException("there is no '" + kind + "' to begin"
                        + Suggestion.after(kind, words()) + "there are " + String.join(", ", words())));
        var naming = Naming.of(content, name, Optional.ofNullable(packageName));
        try (var retrato = plugins.open(1)) {
            requireFree(naming, retrato.catalog());
        }
        var home = Home.required();
        var folder = Project.create(parent == null ? Path.of("") : parent, naming, template(home), home.folder());
        tell(naming, folder);
    }

    private static void requireFree(Naming naming, Catalog catalog) {
        for (var entry : catalog.entries()) {
            var plugin = entry.plugin().id();
            if (plugin.equals(naming.name())) {
                throw new InputException(
                        "there is already a plugin '" + plugin + "'; choose another name, as 'my-" + plugin + "'");
            }
            if (naming.content().kinds().contains(entry.kind())
                    && entry.name().equals(naming.component(entry.kind()))) {
                throw new InputException(
                        "there is already '%s', so that the plain '%s' would be ambiguous; choose another name"
                                .formatted(entry.qualifiedName(), entry.name()));
            }
        }
    }

    private static Template template(Home home) {
        var version = Version.retrato();
        var archetype = home.repository()
                .resolve("org/retrato/retrato-archetype/" + version + "/retrato-archetype-" + version + ".jar");
        if (!Files.exists(archetype)) {
            throw new InputException("this distribution cannot begin plugins: it lacks " + archetype
                    + "; take one that can, as the standard one, or assemble it with 'authoring = true'");
        }
        return Template.read(archetype);
    }

    private static void tell(Naming naming, Path folder) {
        var kind = naming.content().kinds().getLast();
        System.out.println(folder + " is ready. Next:");
        System.out.println();
        System.out.println("  cd " + Commission.quoted(folder.toString()));
        System.out.println("  ./mvnw verify");
        System.out.println("  retrato paint --watch --plugins target --" + kind + " " + naming.component(kind));
        System.out.println();
        System.out.println("README.md there says what to edit.");
    }
}
