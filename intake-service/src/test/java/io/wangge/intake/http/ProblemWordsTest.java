package io.wangge.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.Forms;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportRules;
import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private final ProblemTexts texts = ProblemTexts.of("intake");

    @ParameterizedTest
    @EnumSource(ProblemLanguage.class)
    void every_code_says_what_and_why_and_what_to_do(ProblemLanguage language) {
        Stream.of(
                        "not-allowed",
                        "same-id-other-content",
                        "outcome-unknown",
                        "not-found",
                        "invalid-field",
                        "attachments-full",
                        "followed-over",
                        "no-such-unit",
                        "no-such-topic",
                        "project-done",
                        "rating-not-yours",
                        "attachment-not-declared",
                        "attachment-size-differs",
                        "file-type-not-allowed",
                        "file-is-heic",
                        "file-is-webp",
                        "file-not-a-picture",
                        "file-too-many-pixels",
                        "file-checksum-mismatch",
                        "file-infected",
                        "file-never-arrived",
                        "link-not-good",
                        "not-understood",
                        "key-already-issued",
                        "import-not-a-table",
                        "import-old-excel",
                        "import-encoding-unknown",
                        "import-empty",
                        "import-too-many-rows",
                        "import-too-many-columns",
                        "import-cell-too-long",
                        "import-unpacks-too-large",
                        "import-not-waiting",
                        "import-over",
                        "import-owner-left",
                        "import-file-gone")
                .forEach(code -> Stream.of("title", "detail", "remedy")
                        .forEach(part -> assertThat(texts.text(language, code + "." + part, java.util.Map.of()))
                                .as(code + "." + part)
                                .isPresent()));
    }

    @ParameterizedTest
    @EnumSource(ProblemLanguage.class)
    void every_fault_of_a_form_has_its_reason_and_remedy_with_all_facts(ProblemLanguage language) {
        List<FieldFault> faults = Stream.concat(
                        Stream.of(
                                FieldFault.of("resident.personId", "unknown-person"),
                                FieldFault.of("cursor", "not-a-cursor"),
                                FieldFault.of("agentId", "unknown-staff"),
                                FieldFault.of("line 1", "not-csv"),
                                FieldFault.of("line 1: id", "stands-twice"),
                                FieldFault.of("deadline", "not-a-day"),
                                FieldFault.of("resident", "needed-by-channel"),
                                FieldFault.of("resident", "anonymous-and-named"),
                                FieldFault.of("location.coordinates", "swapped"),
                                FieldFault.of("location.coordinates", "no-fix"),
                                new FieldFault("accuracyMetres", "out-of-range", java.util.Map.of("min", 0, "max", 9)),
                                FieldFault.of("sha256", "not-a-checksum"),
                                FieldFault.of("size", "file-too-large"),
                                FieldFault.of("expiresAt", "in-the-past"),
                                FieldFault.of("jurisdiction_id", "unknown-jurisdiction"),
                                FieldFault.of("service_code", "unknown-service"),
                                FieldFault.of("service_request_id", "unknown-service-request"),
                                FieldFault.of("token", "unknown-token"),
                                FieldFault.of("api_key", "api-key-missing"),
                                FieldFault.of("api_key", "api-key-not-good"),
                                FieldFault.of("lat", "location-needed"),
                                FieldFault.of("lat", "not-a-number"),
                                FieldFault.of("email", "not-an-email"),
                                FieldFault.of("media_url", "not-a-web-address"),
                                FieldFault.of("start_date", "start-after-end"),
                                new FieldFault("end_date", "span-too-long", java.util.Map.of("max", 90)),
                                FieldFault.of("columns", "column-twice"),
                                FieldFault.of("columns", "text-column-needed"),
                                FieldFault.of("columns", "both-coordinates-needed"),
                                FieldFault.of("category", "unknown-category")),
                        spoilt().flatMap(form -> ReportRules.faultsOf(form.form(), NOW).stream()))
                .toList();

        assertThat(faults).extracting(FieldFault::reason).contains("required", "too-many", "not-on-earth");
        faults.forEach(fault -> Stream.of("reason", "remedy")
                .forEach(part -> assertThat(texts.text(language, "field." + fault.reason() + "." + part, fault.facts()))
                        .as(fault.reason() + "." + part)
                        .hasValueSatisfying(
                                words -> assertThat(words).isNotBlank().doesNotContain("{m", "?", "{a"))));
    }

    private static Stream<Forms> spoilt() {
        return Stream.of(
                Forms.good().id("7").text("x".repeat(2001)).category("#").urgency("?"),
                Forms.good().text(null).location(new Position("x", null)).observedAt("x"),
                Forms.good().text("\ud842").location(Forms.at(999, 0)).observedAt("2099-01-01T00:00:00Z"),
                Forms.good().observedAt("1999-01-01T00:00:00Z").resident(new Resident("x", "x", "x")),
                Forms.good().settledOnSpot(new OnSpot("x", Collections.nCopies(21, "a"))));
    }
}
