package org.retrato.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.retrato.testkit");

    @Test
    void there_are_no_cycles_between_packages() {
        slices().matching("org.retrato.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_tests_for_authors_need_junit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.retrato.testkit.junit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .check(CLASSES);
    }
}
