package org.retrato.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retrato.distribution.assembly.Assembly;
import org.retrato.distribution.assembly.Conditions;
import org.retrato.distribution.assembly.Specification;
import org.retrato.distribution.home.Home;
import org.retrato.distribution.painting.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an archive of a distribution with chosen plugins. */
@Command(
        name = "assemble",
        description = {
            "Makes archives of a distribution with the plugins you choose, which run where there is no Java, and a lock",
            "with the SHA-256 of each JAR. They are done when what is in them was started and has painted."
        },
        sortOptions = false,
        footer = {
            "",
            "A specification is a file of lines as these; only name, version and plugins must be there:",
            "  name = atelier",
            "  version = 1.0.0",
            "  plugins = classics, styles, org.example:brushes:1.2.0, ../loss/target/loss.jar",
            "  styles = pop-art, cubist",
            "  locked = true                  starts only if it is what its lock says",
            "  signatures = required          of those whose certificates are in the file",
            "  trust = team.pem",
            "  native-access = brushes        the plugins that may call native code",
            "  repositories = https://…       Maven repositories beside those of your Maven settings",
            "  java-modules = java.sql        modules of Java beside those that are required",
            "  authoring = true               brings along what 'retrato new' needs",
            "",
            "Examples:",
            "  retrato assemble atelier.properties",
            "  retrato assemble name=atelier version=1.0.0 plugins=classics,styles --output dist"
        })
final class AssembleCommand implements Runnable {

    @Parameters(
            arity = "0..*",
            paramLabel = "SPEC|KEY=VALUE",
            description =
                    "The specification, and lines that replace or add to its own; without any, this distribution with"
                            + " all its plugins.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "Where the archives go; here unless given.")
    private Path output = Path.of("");

    @Option(
            names = "--container",
            paramLabel = "DIR",
            description = "Writes an OCI image layout, too, into a folder that does not exist yet.")
    private @Nullable Path container;

    @Option(
            names = "--container-base",
            paramLabel = "DIR",
            description = "An OCI image layout to build on; it needs a C library and a shell for the image to run.")
    private @Nullable Path base;

    @Option(
            names = "--jdk",
            paramLabel = "DIR",
            description = "A JDK of which the archives get a Java; the one that runs this unless given.")
    private @Nullable Path jdk;

    @Option(
            names = "--update",
            description = "Writes the lock anew where plugins, or Retrato itself, are not what it says.")
    private boolean update;

    @Option(names = "--offline", description = "Take nothing from the network.")
    private boolean offline;

    @Override
    public void run() {
        var home = Home.required();
        var specification = specification(home);
        new Assembly(
                        home,
                        specification,
                        new Conditions(
                                output,
                                Optional.ofNullable(container),
                                Optional.ofNullable(base),
                                Optional.ofNullable(jdk),
                                update,
                                offline))
                .assemble(System.out::println);
    }

    private Specification specification(Home home) {
        var file = Optional.<Path>empty();
        var replaced = new LinkedHashMap<String, String>();
        for (var word : words) {
            var equals = word.indexOf('=');
            if (equals > 0 && !Files.exists(Path.of(word))) {
                replaced.put(
                        word.substring(0, equals).strip(),
                        word.substring(equals + 1).strip());
            } else if (file.isEmpty()) {
                file = Optional.of(Path.of(word));
            } else {
                throw new InputException("there are two specifications, " + file.get() + " and " + word
                        + "; name one, and write what differs as KEY=VALUE");
            }
        }
        return Specification.read(file, replaced, home, output);
    }
}
