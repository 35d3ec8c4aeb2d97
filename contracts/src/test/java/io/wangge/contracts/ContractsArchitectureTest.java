package io.wangge.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.criticism.AwardEvent;
import io.wangge.contracts.criticism.SanctionEvent;
import io.wangge.contracts.criticism.ScoringEvent;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.notice.NoticeEvent;
import io.wangge.contracts.rating.RatingEvent;
import io.wangge.contracts.report.ReportEvent;
import io.wangge.contracts.score.AppealEvent;
import io.wangge.contracts.seal.SealEvent;
import io.wangge.contracts.wire.EventTypes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractsArchitectureTest {
    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.wangge.contracts");

    @Test
    void contracts_know_no_framework_no_store_and_no_service() {
        assertThat(CONTRACTS).hasSizeGreaterThan(30);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "io.wangge.kit..",
                        "io.wangge.intake..",
                        "io.wangge.dispatch..",
                        "io.wangge.ledger..",
                        "io.wangge.gateway..")
                .check(CONTRACTS);
    }

    @Test
    void only_the_wire_knows_json_and_cloudevents() {
        classes()
                .that()
                .resideOutsideOfPackage("..wire..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.wangge.contracts..", "org.jspecify..")
                .check(CONTRACTS);
    }

    @Test
    void every_event_record_has_a_type_name() {
        Stream<Class<?>> events = Stream.of(
                        ReportEvent.class,
                        CaseEvent.class,
                        CallbackEvent.class,
                        DirectoryEvent.class,
                        AuditEvent.class,
                        SealEvent.class,
                        RatingEvent.class,
                        AwardEvent.class,
                        SanctionEvent.class,
                        ScoringEvent.class,
                        AppealEvent.class,
                        NoticeEvent.class)
                .flatMap(ContractsArchitectureTest::recordsOf);

        assertThat(EventTypes.all().values()).containsExactlyInAnyOrderElementsOf(events.toList());
    }

    private static Stream<Class<?>> recordsOf(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(ContractsArchitectureTest::recordsOf)
                : Stream.of(sealed);
    }
}
