package org.retrato.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts distributions with a plugin that calls a function of the C library, where its settings grant that and where not. */
class NativeAccessIT {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void put_distributions_together() throws Exception {
        Files.writeString(folder.resolve("module-info.java"), """
                module hand {
                    requires org.retrato.api;
                    provides org.retrato.api.Activation with hand.Seven;
                }
                """);
        Files.writeString(folder.resolve("Seven.java"), """
                package hand;

                import static java.lang.foreign.ValueLayout.JAVA_INT;

                import java.lang.foreign.FunctionDescriptor;
                import java.lang.foreign.Linker;
                import org.retrato.api.*;

                public record Seven(int number) implements Activation {
                    public Seven() {
                        this(abs(-7));
                    }

                    static int abs(int number) {
                        try {
                            var linker = Linker.nativeLinker();
                            return (int) linker.downcallHandle(
                                            linker.defaultLookup().find("abs").orElseThrow(),
                                            FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                                    .invokeExact(number);
                        } catch (RuntimeException denied) {
                            throw denied;
                        } catch (Throwable impossible) {
                            throw new AssertionError(impossible);
                        }
                    }

                    @Override
                    public Tensor apply(Tensor x) {
                        return x.mul(number);
                    }
                }
                """);
        new Shell(Launch.HOME.toAbsolutePath()).run(folder, """
                        javac --module-path "$RETRATO"/lib/retrato-api-*.jar -d classes *.java
                        for home in denying granting; do
                            mkdir -p $home/plugins
                            cp -R "$RETRATO"/bin $home
                            ln -s "$RETRATO"/lib $home
                            jar --create --file $home/plugins/hand.jar --module-version 1.0.0 -C classes .
                        done
                        echo 'native-access = hand' > granting/retrato.properties
                        """);
    }

    @Test
    void a_plugin_cannot_call_native_code_unless_the_distribution_grants_it() throws Exception {
        assertThat(retrato("denying", "doctor"))
                .contains(
                        "[native-access]",
                        "the component hand.Seven calls native code, which its plugin may not: "
                                + "java.lang.IllegalCallerException: Illegal native access from module hand",
                        "grant its id native access");
    }

    @Test
    void the_settings_of_a_distribution_grant_it() throws Exception {
        assertThat(retrato("granting", "describe", "seven")).contains("f(x) = 7·x");
    }

    private static String retrato(String home, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(folder.resolve(home + "/bin/retrato").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("RETRATO_CACHE", "off");
        return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
    }
}
