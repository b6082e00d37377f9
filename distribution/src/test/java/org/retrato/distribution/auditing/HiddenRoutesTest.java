package org.retrato.distribution.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hides calls where a compiler puts them. */
class HiddenRoutesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class Sly { java.util.function.IntConsumer end() { return System::exit; } }           | sly.Sly.end
            class Sly { Runnable end() { return () -> System.exit(0); } }                         | sly.Sly.lambda$end$0
            class Sly { Object end() { return new Object() { int x = end(); int end() { System.exit(0); return 1; } }; } } | sly.Sly$1.end
            class Sly { static class Inner { class Innermost { void end() { System.exit(0); } } } } | sly.Sly$Inner$Innermost.end
            class Sly { static { System.exit(0); } }                                              | sly.Sly.<clinit>
            class Sly { { System.exit(0); } }                                                     | sly.Sly.<init>
            record Sly(double rate) { Sly { System.exit(0); } }                                   | sly.Sly.<init>
            record Sly(double rate) { public String toString() { System.exit(0); return ""; } }   | sly.Sly.toString
            interface Sly { default void end() { System.exit(0); } }                              | sly.Sly.end
            interface Sly { private static void end() { System.exit(0); } }                       | sly.Sly.end
            enum Sly { ONE { void end() { System.exit(0); } }; abstract void end(); }             | sly.Sly$1.end
            class Sly { int end(Object o) { return switch (o) { case String s when Sly.is() -> 1; default -> 2; }; } static boolean is() { System.exit(0); return true; } } | sly.Sly.is
            class Sly { void end() { try { Sly.class.cast(this); } finally { System.exit(0); } } } | sly.Sly.end
            """)
    void what_the_compiler_moves_elsewhere_is_found_there(String source, String place) throws Exception {
        var classes = Jars.compile("package sly;\n" + source);

        assertThat(Jars.audit(folder, classes).findings())
                .contains(new Finding(Capability.EXIT, place, "java.lang.System.exit"))
                .allSatisfy(finding -> assertThat(finding.capability()).isEqualTo(Capability.EXIT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class Sly extends RuntimeException { static void go() { new Sly().printStackTrace(); } } | OUTPUT      | sly.Sly.printStackTrace
            class Sly extends Base { void go() { parallelStream(); } } class Base extends java.util.ArrayList<String> {} | THREADS | sly.Sly.parallelStream
            abstract class Sly implements java.util.SortedSet<String> { void go() { parallelStream(); } } | THREADS | sly.Sly.parallelStream
            """)
    void what_a_class_inherits_is_found(String source, Capability capability, String target) throws Exception {
        var classes = Jars.compile("package sly;\n" + source);

        assertThat(Jars.audit(folder, classes).findings())
                .contains(new Finding(capability, "sly.Sly.go", target))
                .allSatisfy(finding -> assertThat(finding.capability()).isEqualTo(capability));
    }

    @Test
    void what_a_class_is_counts_whatever_it_calls() throws Exception {
        var classes = Jars.compile("""
                package sly;

                abstract class Sly implements java.sql.Driver, java.lang.reflect.InvocationHandler {}
                """);

        assertThat(Jars.audit(folder, classes).findings())
                .containsExactly(
                        new Finding(Capability.REFLECTION, "sly.Sly", "java.lang.reflect.InvocationHandler"),
                        new Finding(Capability.OTHER, "sly.Sly", "java.sql.Driver"));
    }

    @Test
    void a_class_loader_of_its_own_is_found() throws Exception {
        var classes = Jars.compile("""
                package sly;

                class Sly extends ClassLoader {
                    Class<?> make(byte[] bytes) {
                        return defineClass(null, bytes, 0, bytes.length);
                    }
                }
                """);

        assertThat(Jars.audit(folder, classes).findings())
                .containsExactly(
                        new Finding(Capability.REFLECTION, "sly.Sly", "java.lang.ClassLoader"),
                        new Finding(Capability.REFLECTION, "sly.Sly.<init>", "java.lang.ClassLoader.<init>"));
    }

    @Test
    void a_native_method_is_found() throws Exception {
        var classes = Jars.compile("package sly; class Sly { native void go(); }");

        assertThat(Jars.audit(folder, classes).findings())
                .containsExactly(new Finding(Capability.NATIVE, "sly.Sly.go", "native method"));
    }
}
