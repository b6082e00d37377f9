package org.retrato.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retrato.api.Stability;

/** Data flows one way through the packages of the runtime. */
class ArchitectureTest {

    private static final String RUNTIME = "org.retrato.runtime";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.retrato.api", RUNTIME);

    @Test
    void the_classes_of_this_java_can_be_read() {
        assertThat(CLASSES.contain(Retrato.class)).isTrue();
        assertThat(CLASSES.contain(Stability.class)).isTrue();
        assertThat(CLASSES.get(Retrato.class).getDirectDependenciesFromSelf()).isNotEmpty();
    }

    @Test
    void there_are_no_cycles_between_packages() {
        slices().matching("org.retrato.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "supervision,",
        "graph, supervision",
        "data,",
        "plugins, supervision",
        "compile.machine,",
        "compile.loop, compile.machine",
        "compile.matrix, compile.machine",
        "compile, graph compile.loop compile.matrix compile.machine",
        "catalog, plugins supervision",
        "network, graph compile..",
        "training, graph compile.. network data",
        "benchmark, graph compile.. network data training",
        "painting, compile.. network training data",
    })
    void a_package_knows_only_those_below_it(String name, String below) {
        var known = Stream.concat(Stream.of(name), below == null ? Stream.of() : Stream.of(below.split(" ")))
                .map(reachable -> RUNTIME + "." + reachable)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(RUNTIME + "." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(RUNTIME + "..").and(not(resideInAnyPackage(known))))
                .check(CLASSES);
    }

    @Test
    void nothing_in_the_runtime_knows_a_particular_plugin_or_the_command_line() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.retrato..")
                        .and(not(resideInAnyPackage("org.retrato.api", RUNTIME + ".."))))
                .check(CLASSES);
    }

    @Test
    void no_function_is_called_whose_last_bit_may_differ_between_machines() {
        noClasses()
                .should()
                .callMethodWhere(describe("a function of Math that need not be exact; that of StrictMath is", call -> {
                    var target = call.getTarget();
                    return target.getOwner().isEquivalentTo(Math.class)
                            && target.getName()
                                    .matches("a?(sin|cos|tan)h?|atan2|exp|expm1|log|log1p|log10|pow|cbrt|hypot");
                }))
                .check(CLASSES);
    }
}
