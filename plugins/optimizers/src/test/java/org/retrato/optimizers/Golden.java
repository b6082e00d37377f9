package org.retrato.optimizers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What reference implementations compute, by case and quantity; {@code src/test/python/golden.py} writes it.
 *
 * @param cases lines of numbers, first by case, as {@code lamb}, then by key, as {@code 5.biases}
 */
record Golden(Map<String, Map<String, double[]>> cases) {

    static Golden read() {
        var cases = new LinkedHashMap<String, Map<String, double[]>>();
        var stream = Golden.class.getResourceAsStream("golden.txt");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .forEach(words -> cases.computeIfAbsent(words[0], name -> new TreeMap<>())
                            .put(words[1], numbers(words)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Golden(cases);
    }

    double[] get(String name, String key) {
        return cases.get(name).get(key);
    }

    private static double[] numbers(String[] words) {
        return Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
    }
}
