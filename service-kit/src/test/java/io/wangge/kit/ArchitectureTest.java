package io.wangge.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.assertj.core.api.Assertions;

/** The gateway is reactive: only the servlet door may know of servlets. */
@AnalyzeClasses(packages = "io.wangge.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_THE_DOOR_KNOWS_SERVLETS = noClasses()
            .that()
            .resideOutsideOfPackage("io.wangge.kit.door")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..", "org.apache.catalina..");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("io.wangge.kit.door")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.wangge.kit.door");

    @ArchTest
    static final ArchRule THE_KIT_KNOWS_NO_SERVICE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.wangge.intake..", "io.wangge.dispatch..", "io.wangge.ledger..", "io.wangge.gateway..");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            SlicesRuleDefinition.slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

    /** Store and outbox count as one: the two sides of one document. */
    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName().replace("kit.outbox", "kit.store"));
        }

        @Override
        public String getDescription() {
            return "rooms of the kit";
        }
    }

    @ArchTest
    static void the_door_does_use_servlets_so_that_the_rule_has_something_to_find(JavaClasses kit) {
        Assertions.assertThat(kit.stream()
                        .filter(type -> type.getPackageName().equals("io.wangge.kit.door"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .contains("jakarta.servlet.http");
    }
}
