package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.service.RunningService.Answer;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drafts, versions and files over HTTP. */
class ReferenceAdministrationIT {
    private static final String JSON = "application/json";
    private static final String UNIT = "/api/v1/reference/unit";
    private final RunningService service = RunningService.get();

    private Answer admin(String method, String path, String type, String ifMatch, String body) {
        return service.send("admin-1", method, path, type, ifMatch, body);
    }

    @AfterEach
    void throwDraftsAway() {
        for (String kind : new String[] {
            "unit", "grid", "staff", "rule-book", "duty-roster", "grid-contact", "case-policy", "escalation-policy"
        }) {
            Answer draft = service.get("admin-1", "/api/v1/reference/" + kind + "/draft");
            if (draft.status() == 200) {
                admin("DELETE", "/api/v1/reference/" + kind + "/draft", JSON, draft.etag(), "");
            }
        }
    }

    private String exported() {
        return service.downloadText("admin-1", UNIT + "/export");
    }

    @Test
    void an_exported_table_is_edited_imported_compared_and_brought_into_force() {
        Answer imported = admin(
                "POST", UNIT + "/import", "text/csv", null, exported().replace("Qingshi Street", "Bluestone Street"));

        assertThat(imported.status()).as("%s", imported.json()).isEqualTo(200);
        assertThat(imported.body().at("/drafts/0/changed").asInt()).isEqualTo(1);
        assertThat(imported.body().path("findings").size()).isZero();
        Answer changes = service.get("admin-1", UNIT + "/draft/changes");
        assertThat(changes.body().at("/changes/0/fields/0/name").asString()).isEqualTo("nameEn");
        assertThat(changes.body().at("/changes/0/fields/0/after").asString()).isEqualTo("Bluestone Street");
        String etag = service.get("admin-1", UNIT + "/draft").etag();
        assertThat(admin("POST", UNIT + "/draft/activation", JSON, "\"999\"", "{}")
                        .status())
                .isEqualTo(412);
        assertThat(admin("POST", UNIT + "/draft/activation", JSON, null, "{}").status())
                .isEqualTo(428);

        Answer activated = admin("POST", UNIT + "/draft/activation", JSON, etag, "{}");

        assertThat(activated.status()).as("%s", activated.json()).isEqualTo(200);
        long version = activated.body().at("/versions/0/version").asLong();
        assertThat(service.get("admin-1", "/api/v1/directory/units").body().toString())
                .contains("Bluestone Street");
        assertThat(service.get("admin-1", UNIT + "/draft").status()).isEqualTo(404);
        Answer versions = service.get("admin-1", UNIT + "/versions");
        assertThat(versions.body().at("/versions/0/version").asLong()).isEqualTo(version);
        assertThat(versions.body().at("/versions/0/activatedBy").asString()).isEqualTo("staff-admin-1");
        Answer before = service.get("admin-1", UNIT + "/versions/" + (version - 1));
        assertThat(before.body().toString()).contains("Qingshi Street").doesNotContain("Bluestone");
        Answer at = service.get("admin-1", UNIT + "/versions?at=2020-01-01T00:00:00Z");
        assertThat(at.body().path("versions").size()).isZero();
    }

    @Test
    void a_planned_activation_comes_into_force_by_itself() {
        Answer draft =
                admin("POST", UNIT + "/import", "text/csv", null, exported().replace("春晓", "春晓新"));
        String etag = "\"" + draft.body().at("/drafts/0/revision").asLong() + "\"";

        Answer planned = admin(
                "POST",
                UNIT + "/draft/activation",
                JSON,
                etag,
                "{\"activateAt\": \"" + Instant.now().plusSeconds(2) + "\"}");

        assertThat(planned.status()).as("%s", planned.json()).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.get("admin-1", "/api/v1/directory/units")
                        .body()
                        .toString()
                        .contains("春晓新"));
        assertThat(service.get("admin-1", UNIT + "/draft").status()).isEqualTo(404);
    }

    @Test
    void a_broken_draft_is_refused_with_its_places_in_both_languages() {
        Answer imported = admin(
                "POST",
                UNIT + "/import",
                "text/csv",
                null,
                exported().replace(",990100,990100002", ",990199,990100002"));
        assertThat(imported.body().at("/findings/0/where").asString()).isEqualTo("unit 990100002");
        assertThat(imported.body().at("/findings/0/line").asInt()).isPositive();

        Answer check = service.get("admin-1", UNIT + "/draft/check");
        assertThat(check.body().path("ready").asBoolean()).isFalse();
        Answer refused = admin(
                "POST",
                UNIT + "/draft/activation",
                JSON,
                service.get("admin-1", UNIT + "/draft").etag(),
                "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("draft-broken");
        assertThat(refused.text("detail")).contains("上级单位 990199 不存在");
        assertThat(refused.body().at("/facts/findings/0/words").asString()).isEqualTo("its parent 990199 is not there");
    }

    @Test
    void lines_that_cannot_be_read_are_told_and_no_draft_is_made() {
        Answer refused = admin(
                "POST", "/api/v1/reference/staff/import", "text/csv", null, "id,name,role,units\ns,甲,BOSS,990100\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("import-refused");
        assertThat(refused.body().at("/facts/faults/0/line").asInt()).isEqualTo(2);
        assertThat(service.get("admin-1", "/api/v1/reference/staff/draft").status())
                .isEqualTo(404);
    }

    @Test
    void several_files_come_in_all_or_nothing() {
        String grids = service.downloadText("admin-1", "/api/v1/reference/grid/export?format=geojson");
        assertThat(multipart("unit", "units.csv", exported(), "grid", "grids.geojson", "{")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("admin-1", "/api/v1/reference/drafts")
                        .body()
                        .path("drafts")
                        .size())
                .isZero();

        Answer both = multipart("unit", "units.csv", exported(), "grid", "grids.geojson", grids);

        assertThat(both.status()).as("%s", both.json()).isEqualTo(200);
        assertThat(both.body().path("drafts").size()).isEqualTo(2);
        assertThat(both.body().path("findings").size()).isZero();
        assertThat(multipart("unit", "units.csv", exported(), "grid", "grids.geojson", grids)
                        .text("code"))
                .isEqualTo("draft-exists");
    }

    private Answer multipart(String... parts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 3) {
            body.append("--edge\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(parts[i], parts[i + 1], parts[i + 2]));
        }
        return admin(
                "POST", "/api/v1/reference/import", "multipart/form-data; boundary=edge", null, body + "--edge--\r\n");
    }

    @Test
    void two_who_write_the_same_draft_do_not_lose_each_others_words() {
        String rules =
                "{\"rules\": [{\"id\": \"r\", \"title\": \"t\", \"condition\": \"true\", \"outcome\": {\"personDecides\": false}}]}";
        Answer first = admin("PUT", "/api/v1/reference/rule-book/draft", JSON, null, rules);
        assertThat(first.status()).as("%s", first.json()).isEqualTo(200);

        assertThat(admin("PUT", "/api/v1/reference/rule-book/draft", JSON, null, rules)
                        .status())
                .isEqualTo(428);
        assertThat(admin("PUT", "/api/v1/reference/rule-book/draft", JSON, first.etag(), rules)
                        .status())
                .isEqualTo(200);
        assertThat(admin("PUT", "/api/v1/reference/rule-book/draft", JSON, first.etag(), rules)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void what_is_missing_or_misformed_in_a_draft_is_named_by_its_field() {
        Answer missing = admin("PUT", UNIT + "/draft", JSON, null, "{\"items\": [{\"id\": \"a\"}]}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().at("/errors/0/field").asString()).isEqualTo("items.0.nameZh");

        assertThat(admin("PUT", UNIT + "/draft", JSON, null, "{}").status()).isEqualTo(400);
        assertThat(admin("PUT", UNIT + "/draft", JSON, null, "[").status()).isEqualTo(400);
        assertThat(admin("PUT", "/api/v1/reference/colour/draft", JSON, null, "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_dry_run_shows_what_a_rule_book_would_do_otherwise_and_a_case_says_why_it_is_where_it_is() {
        String caseId = service.send(RunningService.report("0102", "990100001001001"));
        service.await("dispatcher-1", caseId, 2);
        Answer why = service.get("dispatcher-1", "/api/v1/cases/" + caseId + "/route");
        assertThat(why.status()).as("%s", why.json()).isEqualTo(200);
        assertThat(why.body().at("/opened/rule/id").asString())
                .isEqualTo(why.body().at("/present/ruleId").asString())
                .isNotEmpty();
        assertThat(why.body().at("/opened/unitId").asString()).isEqualTo("990100001001");
        assertThat(why.body().at("/opened/facts/category").asString()).isEqualTo("0102");
        assertThat(why.body().at("/opened/facts/units/STREET").asString()).isEqualTo("990100001");
        assertThat(why.body().at("/opened/versions/rule-book").asLong()).isPositive();
        Answer decidedBy = service.get("dispatcher-1", "/api/v1/cases/" + caseId);
        assertThat(decidedBy.body().at("/versions/opened/ruleBook").asLong())
                .isEqualTo(why.body().at("/opened/versions/rule-book").asLong());
        assertThat(decidedBy.body().at("/versions/dispatched/casePolicy").asLong())
                .isPositive();
        assertThat(service.get("grid-worker-12", "/api/v1/cases/" + caseId + "/route")
                        .status())
                .isEqualTo(404);

        String rules =
                "{\"rules\": [{\"id\": \"refuse-to-street\", \"title\": \"t\", \"condition\": \"text.contains('井盖')\","
                        + " \"outcome\": {\"level\": \"STREET\", \"personDecides\": false, \"helpers\": [\"市政\"],"
                        + " \"handling\": {\"amount\": 2, \"unit\": \"WORK_HOUR\"}}}]}";
        Answer draft = admin("PUT", "/api/v1/reference/rule-book/draft", JSON, null, rules);
        assertThat(draft.status()).as("%s", draft.json()).isEqualTo(200);

        Answer run = admin("POST", "/api/v1/reference/rule-book/draft/dry-run?reports=5000", JSON, null, "");

        assertThat(run.status()).as("%s", run.json()).isEqualTo(200);
        assertThat(run.body().path("matters").asInt()).isPositive();
        assertThat(run.body().path("changed").asInt()).isPositive();
        assertThat(run.body().at("/differences").toString()).contains(caseId).contains("refuse-to-street");
        assertThat(admin("POST", "/api/v1/reference/rule-book/draft/dry-run?reports=5001", JSON, null, "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_is_on_duty_and_the_contact_of_a_grid_are_data() {
        Answer duties = admin(
                "PUT",
                "/api/v1/reference/duty-roster/draft",
                JSON,
                null,
                "{\"rows\": [{\"id\": \"d1\", \"unitId\": \"990100001\", \"task\": \"值班领导\", \"staffId\": \"staff-leader-1\","
                        + " \"from\": \"2026-11-01\", \"to\": \"2026-11-07\"}]}");
        assertThat(duties.status()).as("%s", duties.json()).isEqualTo(200);
        assertThat(admin("POST", "/api/v1/reference/duty-roster/draft/activation", JSON, duties.etag(), "{}")
                        .status())
                .isEqualTo(200);
        Answer contacts = admin(
                "PUT",
                "/api/v1/reference/grid-contact/draft",
                JSON,
                null,
                "{\"rows\": [{\"id\": \"990100001001001\", \"staffId\": \"staff-grid-worker-1\", \"phone\": \"0571-00000000\"}]}");
        assertThat(admin("POST", "/api/v1/reference/grid-contact/draft/activation", JSON, contacts.etag(), "{}")
                        .status())
                .isEqualTo(200);

        assertThat(service.get("handler-1", "/api/v1/directory/duties?day=2026-11-07")
                        .body()
                        .at("/duties/0/name")
                        .asString())
                .isNotEmpty();
        assertThat(service.get("handler-1", "/api/v1/directory/duties?day=2026-11-08")
                        .body()
                        .path("duties")
                        .size())
                .isZero();
        assertThat(service.get("handler-1", "/api/v1/directory/grids/990100001001001/contact")
                        .text("phone"))
                .isEqualTo("0571-00000000");
        assertThat(service.get("handler-1", "/api/v1/directory/grids/990100001001002/contact")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_rules_for_all_cases_are_data_and_a_broken_one_is_refused_with_its_place() {
        String policy = "/api/v1/reference/case-policy";
        String present = service.downloadText("admin-1", policy + "/export?format=json");
        assertThat(present).contains("\"onSpotCallbackPercent\"");
        Answer broken = admin(
                "PUT",
                policy + "/draft",
                JSON,
                null,
                present.replaceFirst("\"reopenDays\" ?: ?\\d+", "\"reopenDays\": -1"));
        assertThat(broken.status()).as("%s", broken.json()).isEqualTo(200);

        Answer refused = admin("POST", policy + "/draft/activation", JSON, broken.etag(), "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().at("/facts/findings/0/where").asString()).isEqualTo("case-policy reopenDays");

        Answer sound = admin(
                "PUT",
                policy + "/draft",
                JSON,
                broken.etag(),
                present.replace("\"code\":\"season\"", "\"code\":\"flood\""));
        assertThat(sound.status()).as("%s", sound.json()).isEqualTo(200);
        assertThat(admin("POST", policy + "/draft/activation", JSON, sound.etag(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(service.get("handler-1", "/api/v1/directory/suspension-causes")
                        .body()
                        .toString())
                .contains("flood")
                .doesNotContain("season");

        Answer shouted = admin(
                "PUT",
                "/api/v1/reference/escalation-policy/draft",
                JSON,
                null,
                service.downloadText("admin-1", "/api/v1/reference/escalation-policy/export?format=json")
                        .replaceFirst("WARN_HEAD", "SHOUT"));
        assertThat(shouted.status()).isEqualTo(400);
        assertThat(shouted.body().at("/errors/0/field").asString()).startsWith("rows.0.steps.HANDLING.1.measures.0");
    }

    @Test
    void only_administrators_come_in() {
        for (String path : new String[] {"/drafts", "/unit/draft", "/unit/versions", "/unit/export"}) {
            assertThat(service.get("leader-1", "/api/v1/reference" + path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(service.send("grid-worker-1", "POST", UNIT + "/import", "text/csv", null, "id\n")
                        .status())
                .isEqualTo(403);
    }
}
