package org.retrato.losses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What PyTorch computes; {@code src/test/python/golden.py} writes it. */
final class Golden {

    private static final Map<String, double[]> NUMBERS = read();

    private Golden() {}

    private static Map<String, double[]> read() {
        try (var file = Golden.class.getResourceAsStream("golden.txt")) {
            var lines = new String(file.readAllBytes(), UTF_8).lines().map(line -> line.split(" "));
            return lines.collect(Collectors.toMap(
                    words -> words[0] + " " + words[1],
                    words -> Arrays.stream(words)
                            .skip(2)
                            .mapToDouble(Double::parseDouble)
                            .toArray(),
                    (first, _) -> first,
                    LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static double[] get(String name, String key) {
        return NUMBERS.get(name + " " + key);
    }

    /** Returns the cases that have something of this key. */
    static Collection<String> cases(String key) {
        return NUMBERS.keySet().stream()
                .filter(line -> line.endsWith(" " + key))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
