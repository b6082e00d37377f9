package org.retrato.distribution.artifacts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.retrato.distribution.painting.InputException;

/**
 * Asks Maven repositories.
 *
 * @param home the folder of Retrato, whose lib/maven has what it takes
 * @param repositories where to look
 */
public record MavenClient(Path home, Repositories repositories) implements Source {

    /** Properties of this process that decide what Maven does. */
    private static final Pattern PASSED_ON = Pattern.compile("user\\.home|(maven|aether|javax\\.net\\.ssl)\\..+");

    /**
     * Takes plugins, each with the libraries it needs to run; not those that Retrato brings: its api, its runtime and JSpecify.
     *
     * @return for each plugin its JAR and then its libraries
     * @throws InputException if one of the files cannot be had, or is not what its checksum says
     */
    @Override
    public Map<Coordinate, List<Artifact>> resolve(List<Coordinate> plugins) {
        return ask("resolve", plugins, Coordinate::toString, words -> new Artifact(words[1], Path.of(words[2])));
    }

    /**
     * Returns the released versions of plugins, each list from the oldest to the newest; the version of a coordinate does not
     * matter.
     *
     * @throws InputException if there is none of a plugin, or not all repositories can be asked
     */
    @Override
    public Map<Coordinate, List<String>> versions(List<Coordinate> plugins) {
        return ask("versions", plugins, Coordinate::name, words -> words[1]);
    }

    private <T> Map<Coordinate, List<T>> ask(
            String command,
            List<Coordinate> plugins,
            Function<Coordinate, String> notation,
            Function<String[], T> answer) {
        var words = Stream.of(
                        Stream.of(command),
                        repositories.options().stream(),
                        plugins.stream().map(notation).distinct())
                .flatMap(Function.identity());
        var answers = lines(words).stream()
                .map(line -> line.split("\t"))
                .collect(groupingBy(line -> line[0], mapping(answer, toList())));
        var byPlugin = new LinkedHashMap<Coordinate, List<T>>();
        plugins.forEach(plugin -> byPlugin.put(plugin, answers.getOrDefault(notation.apply(plugin), List.of())));
        return byPlugin;
    }

    private List<String> lines(Stream<String> words) {
        var libraries = home.resolve("lib", "maven");
        if (!Files.isDirectory(libraries)) {
            throw new InputException("there is no " + libraries + ", without which no Maven repository can be asked;"
                    + " unpack it again, or give the JAR of the plugin itself");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        var properties = System.getProperties();
        properties.stringPropertyNames().stream()
                .filter(PASSED_ON.asMatchPredicate())
                .map(name -> "-D" + name + "=" + properties.getProperty(name))
                .forEach(command::add);
        command.addAll(List.of("-cp", libraries.resolve("*").toString(), "org.retrato.maven.Main"));
        command.add("--debug"); // so that an exception has more to show than its sentence
        words.forEach(command::add);
        return ChildProcess.lines(command);
    }
}
