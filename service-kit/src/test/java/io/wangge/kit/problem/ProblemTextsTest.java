package io.wangge.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Refused;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemTextsTest {
    private final ProblemTexts texts = ProblemTexts.of("sample");
    private final ProblemRenderer renderer = new ProblemRenderer(texts);

    @Test
    void every_code_of_the_kit_has_its_texts_in_both_languages() throws IllegalAccessException {
        List<String> codes = new ArrayList<>();
        for (Field constant : ProblemCodes.class.getDeclaredFields()) {
            codes.add((String) constant.get(null));
        }
        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(texts.missingFor(codes)).isEmpty();
    }

    @Test
    void every_reason_of_a_field_has_its_texts_in_both_languages() {
        assertThat(texts.missingForFields(List.of(
                        "required",
                        "too-long",
                        "too-short",
                        "unknown-value",
                        "not-a-uuid",
                        "out-of-range",
                        "bad-format",
                        "bad-etag",
                        "wrong-type")))
                .isEmpty();
    }

    @Test
    void both_languages_have_the_same_keys() {
        ProblemTexts own = ProblemTexts.of("no-service");
        assertThat(own.keys(ProblemLanguage.ZH_CN)).isEqualTo(own.keys(ProblemLanguage.EN));
    }

    @Test
    void a_missing_text_is_named_with_its_language() {
        assertThat(texts.missingFor(List.of("only-here")))
                .containsExactly(
                        "en: only-here.detail",
                        "en: only-here.remedy",
                        "zh-CN: only-here.detail",
                        "zh-CN: only-here.remedy",
                        "zh-CN: only-here.title");
    }

    @Test
    void a_service_words_a_code_of_its_own_and_may_reword_one_of_the_kit() {
        assertThat(texts.text(ProblemLanguage.EN, "only-here.title", Map.of())).hasValue("Only here");
        assertThat(texts.text(ProblemLanguage.EN, "stale-version.title", Map.of()))
                .hasValue("Somebody else was faster");
        assertThat(ProblemTexts.of("other").text(ProblemLanguage.EN, "only-here.title", Map.of()))
                .isEmpty();
    }

    @Test
    void facts_stand_in_the_words_as_people_write_them() {
        Map<String, Object> facts = Map.of(
                "at", Instant.parse("2026-11-22T06:30:00Z"),
                "limit", Duration.ofMinutes(150),
                "units", List.of("环卫", "市政"));
        assertThat(texts.text(ProblemLanguage.ZH_CN, "worded.detail", facts))
                .hasValue("2026-11-22 14:30，2 小时 30 分钟，环卫、市政，?");
        assertThat(texts.text(ProblemLanguage.EN, "worded.detail", facts))
                .hasValue("2026-11-22 14:30, 2 h 30 min, 环卫, 市政, ?");
    }

    @Test
    void the_language_is_the_callers_first_that_we_speak_and_else_chinese() {
        assertThat(ProblemLanguage.of(null)).isEqualTo(ProblemLanguage.ZH_CN);
        assertThat(ProblemLanguage.of("en-GB,zh;q=0.5")).isEqualTo(ProblemLanguage.EN);
        assertThat(ProblemLanguage.of("fr, en;q=0.3, zh-TW;q=0.9")).isEqualTo(ProblemLanguage.ZH_CN);
        assertThat(ProblemLanguage.of("fr, en;q=0.3")).isEqualTo(ProblemLanguage.EN);
        assertThat(ProblemLanguage.of("en;q=0")).isEqualTo(ProblemLanguage.ZH_CN);
        assertThat(ProblemLanguage.of(";;;;q=x")).isEqualTo(ProblemLanguage.ZH_CN);
    }

    @Test
    void a_problem_has_code_words_facts_and_remedy() {
        Problem problem = renderer.problem(
                new ProblemException(412, new Refused("stale-version", Map.of("current", 7))),
                "zh-CN",
                "/api/v1/cases/1/commands",
                "4bf92f3577b34da6a3ce929d0e0e4736");
        JsonNode json = JsonMapper.shared().readTree(renderer.json(problem));
        assertThat(json.toString())
                .isEqualTo("{\"type\":\"urn:wangge:problem:stale-version\",\"title\":\"内容已被他人更新\",\"status\":412,"
                        + "\"detail\":\"您看到的不是最新版本，现在是第 7 版。\",\"code\":\"stale-version\","
                        + "\"remedy\":\"请查看最新内容，确认后再次提交。\",\"instance\":\"/api/v1/cases/1/commands\","
                        + "\"facts\":{\"current\":7},\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}");
    }

    @Test
    void all_faults_of_a_request_are_named_at_once() {
        ProblemException invalid =
                ProblemException.invalid(List.of(FieldFault.tooLong("text", 2000), FieldFault.of("id", "not-a-uuid")));
        JsonNode json = JsonMapper.shared().readTree(renderer.json(renderer.problem(invalid, "en", null, null)));
        assertThat(json.get("detail").asString()).isEqualTo("\"text\" is longer than 2000 characters.");
        assertThat(json.get("errors")).hasSize(2);
        assertThat(json.get("errors").get(1).toString())
                .isEqualTo("{\"field\":\"id\",\"reason\":\"is no UUID\","
                        + "\"remedy\":\"Use an id such as 01890a5d-ac96-774b-bcce-b302099a8057.\"}");
    }
}
