package org.retrato.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paints with a plugin that looks for what is none of its business, beside one that keeps a secret. It complains of what it
 * finds; what cannot be kept from it, the guide to plugins tells.
 */
class IsolationIT {

    private static final String NOSY = """
            package nosy;

            import java.lang.reflect.*;
            import java.util.*;
            import java.util.stream.*;
            import org.retrato.api.*;

            /** Looks around in its formulas; with a control, it finds one thing at least. */
            public record Nosy(boolean control) implements Activation {
                public Nosy() {
                    this(false);
                }

                @Override
                public Tensor apply(Tensor x) {
                    new Search().around(x, control);
                    return x;
                }

                @Override
                public Tensor weights(Layer layer) {
                    new Search().around(layer, control);
                    return layer.uniform(1, layer.inputs(), layer.outputs());
                }
            }

            class Search {
                final List<String> found = new ArrayList<>();
                final ClassLoader own = Search.class.getClassLoader();
                final ModuleLayer layer = Search.class.getModule().getLayer();

                void around(Object handed, boolean control) {
                    // where a class is usually looked for, nothing of the application is
                    for (var loader : Arrays.asList(own, own.getParent(), Thread.currentThread().getContextClassLoader())) {
                        Stream.of(
                                        "org.retrato.runtime.Retrato",
                                        "org.retrato.runtime.graph.Node",
                                        "org.retrato.distribution.Main",
                                        "org.pf4j.PluginManager",
                                        "com.google.inject.Guice",
                                        control ? "java.util.List" : "secret.Secret")
                                .forEach(name -> type(name, loader));
                    }
                    // the secret is nowhere
                    var loaders = new HashSet<>(Arrays.asList(
                            ClassLoader.getSystemClassLoader(),
                            ClassLoader.getPlatformClassLoader(),
                            Tensor.class.getClassLoader(),
                            handed.getClass().getClassLoader()));
                    stack().forEach(type -> loaders.add(type.getClassLoader()));
                    Thread.getAllStackTraces().keySet().forEach(thread -> loaders.add(thread.getContextClassLoader()));
                    loaders.forEach(loader -> type("secret.Secret", loader));
                    Stream.concat(Stream.of(own), loaders.stream())
                            .filter(loader -> loader != null && loader.getResource("secret/Secret.class") != null)
                            .forEach(loader -> found.add("the secret's class file by " + loader));
                    if (layer != null && layer.findModule("secret").isPresent()) {
                        found.add("the secret's module");
                    }
                    components(ServiceLoader.load(Activation.class));
                    components(ServiceLoader.load(Activation.class, own));
                    components(layer == null ? ServiceLoader.load(Activation.class, null) : ServiceLoader.load(layer, Activation.class));
                    // what is private stays so
                    Stream.of(handed, handed.getClass().getClassLoader(), own).map(Object::getClass).forEach(this::members);
                    stack().filter(type -> type.getClassLoader() != own).forEach(this::members);
                    if (!found.isEmpty()) {
                        throw new IllegalStateException("found " + found);
                    }
                }

                void type(String name, ClassLoader loader) {
                    try {
                        found.add(Class.forName(name, false, loader) + " by " + loader);
                    } catch (ClassNotFoundException hidden) {
                        // as it should be
                    }
                }

                void components(ServiceLoader<?> services) {
                    services.stream()
                            .filter(provider -> provider.type().getClassLoader() != own)
                            .forEach(provider -> found.add(provider.type() + " by ServiceLoader"));
                }

                void members(Class<?> type) {
                    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                        Stream.of(c.getDeclaredFields(), c.getDeclaredMethods(), c.getDeclaredConstructors())
                                .flatMap(Stream::of)
                                .filter(member -> !Modifier.isPublic(((Member) member).getModifiers()) && member.trySetAccessible())
                                .forEach(member -> found.add("" + member));
                    }
                }

                Stream<Class<?>> stack() {
                    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                            .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass).distinct().toList())
                            .stream();
                }
            }
            """;

    private static final String NOSY_STEP = """
            package nosy;

            import org.retrato.api.*;

            public record NosyStep(double learningRate) implements Optimizer {
                public NosyStep() {
                    this(0.1);
                }

                @Override
                public Tensor update(Step step) {
                    new Search().around(step, false);
                    return step.parameter().sub(step.gradient().mul(step.learningRate()));
                }
            }
            """;

    private static final String SECRET = """
            package secret;

            import org.retrato.api.*;

            public record Secret() implements Activation {
                @Override
                public Tensor apply(Tensor x) {
                    return x;
                }
            }
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void pack_the_plugins() throws Exception {
        write("nosy/Nosy.java", NOSY);
        write("nosy/NosyStep.java", NOSY_STEP);
        write("secret/Secret.java", SECRET);
        write("flat/META-INF/services/org.retrato.api.Activation", "nosy.Nosy");
        write("flat/META-INF/services/org.retrato.api.Optimizer", "nosy.NosyStep");
        write("modular/module-info.java", """
                module nosy {
                    requires org.retrato.api;
                    uses org.retrato.api.Activation;
                    provides org.retrato.api.Activation with nosy.Nosy;
                    provides org.retrato.api.Optimizer with nosy.NosyStep;
                }
                """);
        write("hidden/module-info.java", """
                module secret {
                    requires org.retrato.api;
                    exports secret;
                    provides org.retrato.api.Activation with secret.Secret;
                }
                """);
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, """
                        api=$(echo "$RETRATO"/lib/retrato-api-*.jar)
                        javac -p "$api" -d modular modular/module-info.java nosy/*.java
                        javac -cp "$api" -d flat nosy/*.java
                        javac -p "$api" -d hidden hidden/module-info.java secret/*.java
                        mkdir modular-plugins flat-plugins
                        jar --create --file modular-plugins/nosy.jar -C modular nosy -C modular module-info.class
                        echo 'Plugin-Id: nosy' > manifest
                        jar --create --file flat-plugins/nosy.jar --manifest manifest -C flat .
                        jar --create --file modular-plugins/secret.jar -C hidden .
                        cp modular-plugins/secret.jar flat-plugins
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modular-plugins", "flat-plugins"})
    void a_plugin_reaches_neither_the_inside_of_the_application_nor_another_plugin(String plugins) throws Exception {
        var launch = paint(plugins, "nosy");

        assertThat(launch.errors()).noneMatch(line -> line.contains("found"));
        assertThat(launch.exitCode()).as("%s", launch).isZero();
    }

    @Test
    void what_it_does_find_is_told() throws Exception {
        var launch = paint("flat-plugins", "nosy(control=true)");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors().getLast()).contains("found [interface java.util.List by ");
    }

    private static Launch paint(String plugins, String activation) throws Exception {
        return Launch.of(
                folder,
                ("paint --plugins " + plugins + " --optimizer nosy-step --size 8 --steps 2 --width 8 --depth 1 --quiet"
                                + " --activation " + activation)
                        .split(" "));
    }

    private static void write(String file, String source) throws Exception {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, source);
    }
}
