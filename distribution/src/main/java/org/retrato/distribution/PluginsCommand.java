package org.retrato.distribution;

import java.util.List;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.home.Settings;
import org.retrato.distribution.installing.Installer;
import org.retrato.distribution.installing.Listing;
import org.retrato.distribution.installing.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes which plugins the distribution has, and says whether they are what its lock says. */
@Command(
        name = "plugins",
        description = {
            "Lists, installs, removes, updates and verifies the plugins of the distribution.",
            "A change is whole or never was, whatever happens; retrato.lock follows."
        },
        footer = {
            "",
            "Examples:",
            "  retrato plugins install brushes.jar",
            "  retrato plugins install org.example:brushes:1.2.0",
            "  retrato plugins remove brushes"
        })
final class PluginsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "list",
            description = "Lists them: their files, where they were taken from, what is wrong with them.")
    void list() {
        print(Listing.lines(Home.required()));
    }

    @Command(
            name = "install",
            sortOptions = false,
            description = {
                "Installs plugins: all, or none if one would not work, or would break another.",
                "A newer version takes the place of an older one."
            })
    void install(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "SOURCE",
                            description = "A JAR, a folder with a JAR and its libraries, or group:artifact:version.")
                    List<String> sources,
            @Option(
                            names = "--force",
                            description =
                                    "Let a plugin take the place of a newer version, or of other bytes of the same version.")
                    boolean forced,
            @Mixin RepositoryOptions repositories) {
        print(installer().install(sources, repositories.client(), forced));
    }

    @Command(name = "remove", description = "Removes plugins: all, or none if another needs one of them.")
    void remove(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "ID",
                            description = "The id of a plugin, or the name of a file in plugins/ that is none.")
                    List<String> ids) {
        print(installer().remove(ids));
    }

    @Command(
            name = "update",
            sortOptions = false,
            description =
                    "Installs the newest versions that fit, of the plugins that were taken from Maven repositories.")
    void update(
            @Parameters(arity = "0..*", paramLabel = "ID", description = "Of these plugins only.") List<String> ids,
            @Option(names = "--dry-run", description = "Only say what would be installed.") boolean rehearsed,
            @Mixin RepositoryOptions repositories) {
        print(installer().update(ids == null ? List.of() : ids, repositories.client(), rehearsed));
    }

    @Command(
            name = "verify",
            description = {
                "Compares every JAR with retrato.lock, and reads what the plugins say about themselves.",
                "No class of a plugin is loaded."
            },
            exitCodeList = {
                "0:all is as it should be",
                "1:a plugin would be refused",
                "3:the distribution is not what its lock says"
            })
    int verify() {
        var home = Home.required();
        var verification = Verification.of(home);
        print(verification.lines());
        if (!verification.isLocked(Settings.of(home))) {
            return Failures.UNLOCKED;
        }
        return verification.refused().isEmpty() ? 0 : Failures.FAILED;
    }

    private static Installer installer() {
        return new Installer(Home.required());
    }

    private static void print(List<String> lines) {
        lines.forEach(System.out::println);
    }
}
