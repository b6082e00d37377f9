package org.retrato.distribution.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanTest {

    @TempDir
    private Path folder;

    @Test
    void all_that_the_language_offers_is_mathematics() throws Exception {
        var classes = Jars.compile("""
                package clean;

                import java.io.*;
                import java.math.*;
                import java.util.*;
                import java.util.function.*;
                import java.util.stream.*;
                import org.retrato.api.*;

                @FunctionalInterface
                interface Bend extends DoubleUnaryOperator {
                    default Bend twice() {
                        return x -> applyAsDouble(applyAsDouble(x));
                    }
                }
                """, """
                package clean;

                import java.util.*;

                sealed interface Stroke {
                    record Line(double length, Stroke next) implements Stroke, java.io.Serializable {}

                    record Dot(String name) implements Stroke {}

                    enum End implements Stroke {
                        ROUND, FLAT {
                            @Override
                            double width() {
                                return 2;
                            }
                        };

                        double width() {
                            return ordinal();
                        }
                    }

                    static double length(Stroke stroke) {
                        return switch (stroke) {
                            case Line(double length, Dot(var name)) when length > 1 && !name.isEmpty() -> length;
                            case Line(double length, var next) -> length + length(next);
                            case Dot dot -> switch (dot.name()) {
                                case "big" -> 1;
                                case "small" -> 0.1;
                                default -> throw new IllegalArgumentException("a dot is big or small, not " + dot);
                            };
                            case End.ROUND -> 1;
                            case End end -> switch (end) {
                                case ROUND -> 3;
                                case FLAT -> end.width();
                            };
                        };
                    }
                }
                """, """
                package clean;

                import java.math.BigDecimal;
                import java.util.*;
                import java.util.concurrent.atomic.AtomicInteger;
                import java.util.stream.*;
                import org.retrato.api.*;

                /** Uses nearly everything. */
                public record Everything(double scale, double[] knots, List<String> words) implements Activation {

                    private static final Map<String, Double> KNOWN = new TreeMap<>(Map.of("a", 1.0));

                    static class Missing extends RuntimeException {
                        private static final long serialVersionUID = 1;

                        Missing(String what, Throwable cause) {
                            super(what, cause);
                        }
                    }

                    class Resource implements AutoCloseable {
                        @Override
                        public void close() {}
                    }

                    public Everything {
                        Range.positive("scale", scale);
                        Objects.requireNonNull(words, () -> "no words for " + scale);
                        knots = knots.clone();
                    }

                    public Everything() {
                        this(1, new double[] {1, 2}, List.of("one", "two"));
                    }

                    @Override
                    public Tensor apply(Tensor x) {
                        assert scale > 0 : "scale is " + scale;
                        Bend bend = Math::tanh;
                        var counter = new AtomicInteger();
                        var sum = Arrays.stream(knots).map(bend.twice()).filter(knot -> knot > 0).sum();
                        var text = words.stream().sorted(Comparator.comparing(String::length).reversed())
                                .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.joining(",")));
                        var last = Optional.of(text).map(SortedMap::lastKey).orElseThrow(NoSuchElementException::new);
                        try (var resource = new Resource()) {
                            for (var word : words) {
                                synchronized (resource) {
                                    sum += KNOWN.getOrDefault(word, Double.parseDouble("1e-3")) * counter.incrementAndGet();
                                }
                            }
                        } catch (NumberFormatException wrong) {
                            throw new Missing(String.format(Locale.ROOT, "%s: %.2f", getClass().getSimpleName(), sum), wrong);
                        }
                        Object exact = new BigDecimal(sum).setScale(3, java.math.RoundingMode.HALF_EVEN);
                        if (exact instanceof BigDecimal decimal && decimal.signum() < 0) {
                            sum = -StrictMath.log1p(decimal.doubleValue());
                        }
                        var local = new Object() {
                            final int hash = Objects.hash(last, words) + Arrays.hashCode(knots);
                        };
                        return IntStream.range(0, knots.length).boxed()
                                .map(i -> x.mul(knots[i]).add(local.hash))
                                .reduce(x.mul(sum), Tensor::add);
                    }
                }
                """);

        assertThat(Jars.audit(folder, classes).findings()).isEmpty();
    }

    @Test
    void a_jar_without_classes_is_clean() throws Exception {
        assertThat(Jars.audit(folder, Map.of("texts.properties", new byte[1])).isClean())
                .isTrue();
    }
}
