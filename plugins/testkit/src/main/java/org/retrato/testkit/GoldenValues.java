package org.retrato.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what a reference implementation computes, for the tests of authors.
 *
 * <p>A script writes it, a line for each quantity of each case: the case, the quantity and its numbers, with a space between.
 *
 * <pre>{@code
 * huber(delta=0.25)#2 value 0.03125 0.2175
 * huber(delta=0.25)#2 gradient 0.125 -0.125
 * }</pre>
 *
 * @param cases the numbers, by case and quantity, in the order of the lines
 */
public record GoldenValues(Map<String, Map<String, double[]>> cases) {

    public GoldenValues {
        cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }

    /**
     * Reads all lines, and closes the stream.
     *
     * @param text a resource of the test, as {@code GoldenTest.class.getResourceAsStream("golden.txt")}
     * @throws UncheckedIOException if it cannot be read
     */
    public static GoldenValues read(InputStream text) {
        var cases = new LinkedHashMap<String, Map<String, double[]>>();
        try (text) {
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> cases.computeIfAbsent(words[0], _ -> new LinkedHashMap<>())
                            .put(words[1], numbers(words)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new GoldenValues(cases);
    }

    private static double[] numbers(String... words) {
        return Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
    }

    /** Returns the cases that have a quantity. */
    public List<String> cases(String quantity) {
        return cases.keySet().stream().filter(name -> has(name, quantity)).toList();
    }

    /** Returns whether a case has a quantity. */
    public boolean has(String name, String quantity) {
        return cases.getOrDefault(name, Map.of()).containsKey(quantity);
    }

    /**
     * Returns the numbers of a quantity of a case.
     *
     * @throws IllegalArgumentException if there are none
     */
    public double[] get(String name, String quantity) {
        var numbers = cases.getOrDefault(name, Map.of()).get(quantity);
        if (numbers == null) {
            throw new IllegalArgumentException(
                    "there is no '" + quantity + "' of '" + name + "'; let the script write it");
        }
        return numbers;
    }
}
