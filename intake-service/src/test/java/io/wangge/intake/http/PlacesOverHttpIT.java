package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.ADMIN;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.http.RunningIntake.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacesOverHttpIT {
    private static final String FILE = """
            id,name,kind,address,longitude,latitude,system,aliases
            1,江滨苑,小区,江滨路18号,120.1081,30.2331,WGS84,
            2,江滨公园,公园,,120.1060,30.2345,,
            3,南门市场,市场,南门路5号,120.1530,30.2206,,南门菜场|南门农贸市场
            """;
    private static RunningIntake intake;

    @BeforeAll
    static void open() throws Exception {
        intake = new RunningIntake();
        assertThat(send(ADMIN, FILE.getBytes(Charset.forName("GB18030")), "").status())
                .isEqualTo(200);
    }

    @AfterAll
    static void close() {
        intake.close();
    }

    private static Answer send(String staffId, byte[] file, String query) throws Exception {
        return intake.send(intake.as(staffId, "/api/v1/places/imports" + query)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static String found(String query, String near) throws Exception {
        Answer answer = intake.get(
                WORKER,
                "/api/v1/places?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + (near.isEmpty() ? "" : "&near=" + near));
        assertThat(answer.status()).isEqualTo(200);
        StringBuilder names = new StringBuilder();
        answer.json()
                .path("items")
                .forEach(item -> names.append(item.path("name").asString()).append(' '));
        return names.toString().strip();
    }

    @Test
    void a_place_is_found_by_name_pinyin_initials_alias_and_words_within() throws Exception {
        assertThat(found("江滨", "")).isEqualTo("江滨苑 江滨公园");
        assertThat(found("jiangbin", "")).isEqualTo("江滨苑 江滨公园");
        assertThat(found("JBG", "")).isEqualTo("江滨公园");
        assertThat(found("nmcc", "")).isEqualTo("南门市场");
        assertThat(found("市场", "")).isEqualTo("南门市场");
        assertThat(found("南门路", "")).isEqualTo("南门市场");
        assertThat(found(".*", "")).isEmpty();
        assertThat(found("\\E.*\u0000x", "")).isEmpty();
        assertThat(found("没有这里", "")).isEmpty();
    }

    @Test
    void the_nearest_come_first() throws Exception {
        assertThat(found("jb", "120.1060,30.2345")).isEqualTo("江滨公园 江滨苑");
        assertThat(found("", "120.1080,30.2330")).isEqualTo("江滨苑 江滨公园");
        assertThat(intake.get(WORKER, "/api/v1/places?near=30.2,120.1").status())
                .isEqualTo(400);
        assertThat(intake.get(WORKER, "/api/v1/places?near=x").status()).isEqualTo(400);
    }

    @Test
    void a_file_with_faults_is_told_by_line_and_changes_nothing() throws Exception {
        String broken = "name,longitude,latitude\n好地方,120.1,30.2\n,120.1,30.2\n远方,999,30.2\n反了,30.2,120.1\n";

        Answer answer = send(ADMIN, broken.getBytes(StandardCharsets.UTF_8), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.raw().body()).contains("line 3: name", "line 4: longitude", "line 5: ");
        assertThat(found("江滨", "")).isEqualTo("江滨苑 江滨公园");
        assertThat(send(ADMIN, "x\n1\n".getBytes(StandardCharsets.UTF_8), "").status())
                .isEqualTo(400);
        assertThat(send(ADMIN, "name,longitude,latitude\n\"a,1,2".getBytes(StandardCharsets.UTF_8), "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void only_an_administrator_brings_a_gazetteer_in_and_may_try_it_first() throws Exception {
        assertThat(send(WORKER, FILE.getBytes(StandardCharsets.UTF_8), "").status())
                .isEqualTo(403);
        Answer trial = send(
                ADMIN, "name,longitude,latitude\n别处,120.1,30.2\n".getBytes(StandardCharsets.UTF_8), "?dryRun=true");
        assertThat(trial.json().path("places").asInt()).isEqualTo(1);
        assertThat(found("别处", "")).isEmpty();
    }
}
