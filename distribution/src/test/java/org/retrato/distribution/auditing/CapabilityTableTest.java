package org.retrato.distribution.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityTableTest {

    private final CapabilityTable table = CapabilityTable.read();

    @Test
    void every_class_and_member_in_it_is_one_of_the_jdk() {
        assertThat(table.names()).hasSizeGreaterThan(300).allSatisfy(name -> {
            var parts = name.split("#");
            var type = type(parts[0]);
            if (parts.length > 1) {
                assertThat(members(type)).as(name).contains(parts[1]);
            }
        });
    }

    /** Reflection and others are left out: a class, a stack trace or a currency is no harm without calls on it. */
    @Test
    void what_is_mathematics_hands_out_nothing_that_touches_the_world() throws Exception {
        var worldly = EnumSet.complementOf(
                EnumSet.of(Capability.MATHEMATICS, Capability.REFLECTION, Capability.OTHER, Capability.UNREADABLE));
        for (var name : table.names()) {
            if (!name.contains("#") && table.type(name).orElseThrow() == Capability.MATHEMATICS) {
                var handedOut = Arrays.stream(type(name).getMethods())
                        .filter(method -> table.member(name, method.getName()).isEmpty())
                        .map(Method::getReturnType)
                        .filter(type -> table.type(type.getName())
                                .filter(worldly::contains)
                                .isPresent());
                assertThat(handedOut).as(name).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.Map$Entry, MATHEMATICS",
        "java.util.stream.Stream$Builder, MATHEMATICS",
        "java.lang.ArithmeticException, MATHEMATICS",
        "java.util.jar.JarException, FILES",
        "java.lang.Enum, MATHEMATICS",
        "java.lang.Enum$EnumDesc, REFLECTION",
        "java.nio.file.attribute.FileTime, FILES",
        "java.net.URLClassLoader, REFLECTION",
        "java.net.URI, MATHEMATICS"
    })
    void the_most_exact_name_holds(String type, Capability capability) {
        assertThat(table.type(type)).contains(capability);
    }

    @ParameterizedTest
    @CsvSource({"java.lang.System", "java.util.Currency", "java.lang.Exceptional", "org.retrato.apiary.Bee", "Exception"
    })
    void what_is_not_in_it_is_not_known(String type) {
        assertThat(table.type(type)).isEmpty();
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, ClassLoader.getSystemClassLoader());
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.concat(
                type.getDeclaredConstructors().length > 0 ? Stream.of("<init>") : Stream.of(),
                Stream.<Member[]>of(type.getDeclaredMethods(), type.getDeclaredFields())
                        .flatMap(Arrays::stream)
                        .map(Member::getName));
    }
}
