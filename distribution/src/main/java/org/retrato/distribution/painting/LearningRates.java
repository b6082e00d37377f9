package org.retrato.distribution.painting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Knows the learning rates with which combinations of the shipped components paint well; their defaults are those of PyTorch or
 * a paper, made for other work.
 *
 * <p>The rates are in {@code learning-rates.txt}: activation, loss, optimizer and rate on each line. A name without a plugin is
 * one of the classics.
 */
final class LearningRates {

    private static final String FILE = "learning-rates.txt";
    private static final String PLUGIN = "classics:";

    private final Map<List<String>, Double> rates;

    private LearningRates(Map<List<String>, Double> rates) {
        this.rates = Map.copyOf(rates);
    }

    static LearningRates read() {
        try (var stream = Objects.requireNonNull(LearningRates.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static LearningRates parse(String text) {
        var rates = new HashMap<List<String>, Double>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var words = line.strip().split("\\s+", -1);
            rates.put(List.of(qualified(words[0]), qualified(words[1]), qualified(words[2])), Double.valueOf(words[3]));
        });
        return new LearningRates(rates);
    }

    private static String qualified(String name) {
        return name.contains(":") ? name : PLUGIN + name;
    }

    /** Returns the rate for three components, given by their qualified names, if it is known. */
    OptionalDouble of(String activation, String loss, String optimizer) {
        var rate = rates.get(List.of(activation, loss, optimizer));
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }
}
