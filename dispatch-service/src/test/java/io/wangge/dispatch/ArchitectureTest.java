package io.wangge.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

@AnalyzeClasses(packages = "io.wangge.dispatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> DOMAIN = List.of("casefile", "routing", "clock", "escalation", "directory");

    private static final String[] DOMAIN_ROOMS =
            DOMAIN.stream().map(room -> "io.wangge.dispatch." + room).toArray(String[]::new);

    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "com.mongodb..",
        "org.bson..",
        "org.apache.kafka..",
        "io.cloudevents..",
        "com.fasterxml.jackson..",
        "tools.jackson..",
        "jakarta..",
        "dev.cel..",
        "org.apache.lucene..",
        "org.dhatim..",
        "org.slf4j.."
    };

    @ArchTest
    static final ArchRule domain_rooms_know_no_technology = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TECHNOLOGY);

    @ArchTest
    static final ArchRule domain_rooms_know_no_adapter_and_no_kit = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.wangge.kit..",
                    "io.wangge.dispatch.desk..",
                    "io.wangge.dispatch.http..",
                    "io.wangge.dispatch.kafka..",
                    "io.wangge.dispatch.mongo..",
                    "io.wangge.dispatch.cel..",
                    "io.wangge.dispatch.startup..");

    @ArchTest
    static final ArchRule time_comes_in_as_an_argument = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN_ROOMS)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("io.wangge.dispatch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_service_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.wangge.gateway..", "io.wangge.intake..", "io.wangge.ledger..");

    @ArchTest
    static final ArchRule only_contracts_and_kit_are_shared = classes()
            .that()
            .resideInAPackage("io.wangge.dispatch..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are of this service, contracts, kit or no part of the product",
                    (JavaClass used) -> !used.getPackageName().startsWith("io.wangge")
                            || used.getPackageName().matches("io\\.wangge\\.(dispatch|contracts|kit)(\\..*)?")));

    /** A rule over rooms that nobody lives in would always hold. */
    @ArchTest
    static void each_rule_matches_classes(JavaClasses classes) {
        for (String room : DOMAIN) {
            assertThat(classes.stream()
                            .filter(type -> type.getPackageName().equals("io.wangge.dispatch." + room))
                            .filter(type -> !type.getSimpleName().equals("package-info")))
                    .as(room)
                    .isNotEmpty();
        }
        assertThat(classes.stream().filter(type -> type.getPackageName().startsWith("io.wangge.dispatch.http")))
                .as("an adapter that the rules would catch")
                .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().getPackageName().startsWith("org.springframework")));
    }
}
