package org.retrato.distribution;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.auditing.Audit;
import org.retrato.distribution.auditing.AuditFile;
import org.retrato.distribution.auditing.AuditText;
import org.retrato.distribution.auditing.Auditor;
import org.retrato.distribution.auditing.PluginFiles;
import org.retrato.distribution.painting.InputException;
import org.retrato.runtime.catalog.Suggestion;
import org.retrato.runtime.data.AtomicFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which plugins are audited instead of loaded, and does it. */
final class AuditOptions {

    @Option(
            names = "--audit",
            required = true,
            description = {
                "List what the code of plugins could do beyond mathematics: files, network, processes, threads, ...",
                "No plugin is loaded. This is a check, not a sandbox."
            })
    private boolean audit;

    @Option(names = "--json", paramLabel = "FILE.json", description = "The audit for other programs, with every place.")
    private @Nullable Path json;

    @Parameters(
            paramLabel = "PLUGIN",
            arity = "0..*",
            description =
                    "The id of a plugin, a JAR, or a folder with a JAR and its libraries; all plugins unless given.")
    private List<String> plugins = new ArrayList<>();

    /**
     * Audits and prints.
     *
     * @param folders where the plugins are
     * @return the exit code
     */
    int run(List<Path> folders) {
        OutputOptions.requireEnding("--json", json, ".json");
        if (json != null) {
            AtomicFile.check(json);
        }
        var auditor = new Auditor();
        var audits = chosen(folders).stream().map(auditor::audit).toList();
        AuditText.lines(audits).forEach(System.out::println);
        if (json != null) {
            AuditFile.write(json, audits);
        }
        return audits.stream().allMatch(Audit::isClean) ? 0 : Failures.FAILED;
    }

    private List<PluginFiles> chosen(List<Path> folders) {
        try {
            var all = folders.stream()
                    .distinct()
                    .flatMap(folder -> PluginFiles.in(folder).stream())
                    .toList();
            return plugins.isEmpty()
                    ? all
                    : plugins.stream().flatMap(plugin -> find(plugin, all)).toList();
        } catch (UncheckedIOException unreadable) {
            throw new InputException(unreadable.getMessage() + "; check its permissions", unreadable);
        }
    }

    private static Stream<PluginFiles> find(String plugin, List<PluginFiles> all) {
        var withId =
                all.stream().filter(files -> files.name().id().equals(plugin)).toList();
        if (!withId.isEmpty()) {
            return withId.stream();
        }
        if (!Files.exists(Path.of(plugin))) {
            var ids = all.stream()
                    .map(files -> files.name().id())
                    .distinct()
                    .sorted()
                    .toList();
            throw new InputException(
                    "there is neither a plugin nor a file '" + plugin + "'" + Suggestion.after(plugin, ids)
                            + "installed: " + ids.stream().collect(Collectors.joining(", ")));
        }
        return Stream.of(PluginFiles.at(Path.of(plugin)));
    }
}
