package io.wangge.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.wangge.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ROOMS = {
        "io.wangge.ledger.entry..",
        "io.wangge.ledger.chain..",
        "io.wangge.ledger.seal..",
        "io.wangge.ledger.sealing..",
        "io.wangge.ledger.callback..",
        "io.wangge.ledger.rating..",
        "io.wangge.ledger.criticism..",
        "io.wangge.ledger.records..",
        "io.wangge.ledger.webhook..",
        "io.wangge.ledger.book..",
        "io.wangge.ledger.desk..",
        "io.wangge.ledger.figures..",
        "io.wangge.ledger.score..",
        "io.wangge.ledger.bulletin..",
        "io.wangge.ledger.live..",
        "io.wangge.ledger.board..",
        "io.wangge.ledger.rebuild.."
    };

    @ArchTest
    static final ArchRule ROOMS_OF_THE_DOMAIN_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.kafka..",
                    "tools.jackson..",
                    "com.fasterxml.jackson..",
                    "jakarta..");

    @ArchTest
    static final ArchRule ROOMS_DO_NOT_KNOW_THEIR_ADAPTERS = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.wangge.ledger.http..", "io.wangge.ledger.kafka..", "io.wangge.ledger.mongo..");

    /** An offline command verifies a ledger with these rooms and nothing else. */
    @ArchTest
    static final ArchRule PROOF_NEEDS_ONLY_THE_ENTRIES = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.wangge.ledger.entry..",
                    "io.wangge.ledger.chain..",
                    "io.wangge.ledger.seal..",
                    "io.wangge.ledger.evidence..",
                    "io.wangge.ledger.offline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.wangge.contracts..",
                    "io.wangge.kit..",
                    "org.springframework..",
                    "io.wangge.ledger.book..",
                    "io.wangge.ledger.callback..",
                    "io.wangge.ledger.desk..",
                    "io.wangge.ledger.live..");

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.wangge.intake..", "io.wangge.dispatch..", "io.wangge.gateway..");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("io.wangge.ledger.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_BEHIND_THE_DOOR_HAVE_NO_CYCLES =
            slices().matching("io.wangge.ledger.http.(*)..").should().beFreeOfCycles();

    /** What they share lies in the door itself. */
    @ArchTest
    static final ArchRule THE_DOOR_KNOWS_NO_ROOM_BEHIND_IT = noClasses()
            .that()
            .resideInAPackage("io.wangge.ledger.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.wangge.ledger.http.*..");

    @ArchTest
    static final ArchRule ROOMS_OF_THE_STORE_HAVE_NO_CYCLES =
            slices().matching("io.wangge.ledger.mongo.(*)..").should().beFreeOfCycles();

    /** There the migrations of all rooms are put in order. */
    @ArchTest
    static final ArchRule NO_ROOM_OF_THE_STORE_KNOWS_THE_PLAN = noClasses()
            .that()
            .resideInAPackage("io.wangge.ledger.mongo.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.wangge.ledger.mongo");
}
