package io.wangge.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the domain know nothing of the technology at the doors. */
class RoomsTest {
    private static final String ROOT = "io.wangge.intake.";
    private static final String[] ROOMS = {
        ROOT + "alike..",
        ROOT + "topic..",
        ROOT + "gazetteer..",
        ROOT + "suggestion..",
        ROOT + "apikey..",
        ROOT + "imports..",
        ROOT + "open311..",
        ROOT + "attachment..",
        ROOT + "report..",
        ROOT + "place..",
        ROOT + "person..",
        ROOT + "desk..",
        ROOT + "hotline..",
        ROOT + "reveal..",
        ROOT + "order..",
        ROOT + "device..",
        ROOT + "notice.."
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.wangge.intake");

    @Test
    void domain_rooms_import_no_framework_driver_broker_or_json() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "io.cloudevents..",
                        "jakarta..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "io.wangge.kit..")
                .check(CLASSES);
    }

    @Test
    void domain_rooms_know_no_adapter() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "http..",
                        ROOT + "kafka..",
                        ROOT + "mongo..",
                        ROOT + "photo..",
                        ROOT + "s3..",
                        ROOT + "sending..",
                        ROOT + "sheet..",
                        ROOT + "training..")
                .check(CLASSES);
    }

    @Test
    void domain_rooms_take_time_as_an_argument() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void rooms_form_no_cycle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** What the rooms behind the door share lies in the door itself, and knows none of them. */
    @Test
    void rooms_behind_the_door_form_no_cycle_and_the_door_knows_none_of_them() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "http.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "http.*..")
                .check(CLASSES);
    }

    @Test
    void intake_depends_on_no_other_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.wangge.dispatch..", "io.wangge.ledger..", "io.wangge.gateway..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hotline",
                "reveal",
                "order",
                "device",
                "alike",
                "topic",
                "gazetteer",
                "suggestion",
                "apikey",
                "open311",
                "attachment",
                "photo",
                "report",
                "place",
                "person",
                "notice",
                "desk",
                "sending",
                "http",
                "http.alike",
                "http.attachment",
                "http.device",
                "http.field",
                "http.guest",
                "http.hotline",
                "http.imports",
                "http.notice",
                "http.open311",
                "http.order",
                "http.place",
                "http.report",
                "http.suggestion",
                "http.topic",
                "http.wechat",
                "kafka",
                "mongo"
            })
    void each_rule_has_classes_to_hold(String room) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(ROOT + room)))
                .hasSizeGreaterThan(1);
    }
}
