package io.wangge.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "io.wangge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> DOMAIN_ROOMS = List.of("account", "screen", "session", "signing");
    private static final String[] ROOMS = DOMAIN_ROOMS.stream()
            .map(room -> "io.wangge.gateway." + room + "..")
            .toArray(String[]::new);

    @ArchTest
    static final ArchRule DOMAIN_ROOMS_KNOW_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.kafka..",
                    "reactor..",
                    "io.netty..",
                    "tools.jackson..",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule THE_DESK_KNOWS_NO_WEB_AND_NO_DRIVER = noClasses()
            .that()
            .resideInAPackage("io.wangge.gateway.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "reactor..");

    @ArchTest
    static final ArchRule IT_DEPENDS_ON_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("io.wangge.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.wangge.intake..", "io.wangge.dispatch..", "io.wangge.ledger..", "io.wangge.localstack..");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("io.wangge.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void theRulesMatchClasses(JavaClasses classes) {
        for (String room : DOMAIN_ROOMS) {
            assertThat(classes.stream().filter(c -> c.getPackageName().equals("io.wangge.gateway." + room)))
                    .as(room)
                    .isNotEmpty();
        }
    }
}
