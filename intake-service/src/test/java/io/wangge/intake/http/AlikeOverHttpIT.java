package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.STRANGER;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.http.RunningIntake.Answer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlikeOverHttpIT {
    private static RunningIntake intake;

    @BeforeAll
    static void open() throws Exception {
        intake = new RunningIntake();
    }

    @AfterAll
    static void close() {
        intake.close();
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static String report(String id, String text, String category, double longitude) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"text\":\"%s\",\"category\":\"%s\",\"location\":{\"type\":\"Point\",\"coordinates\":[%f,30.21]}}",
                id,
                text,
                category,
                longitude);
    }

    @Test
    void what_was_reported_here_already_is_proposed_until_it_is_dismissed() throws Exception {
        String earlier = uuid();
        String draft = uuid();
        assertThat(intake.post(WORKER, report(earlier, "路灯不亮，电话13800138000", "0602", 120.111))
                        .status())
                .isEqualTo(201);

        Answer near = intake.post(OTHER_WORKER, "/api/v1/reports/similar", report(draft, "路灯不亮", "0602", 120.1112));
        Answer far = intake.post(OTHER_WORKER, "/api/v1/reports/similar", report(draft, "路灯不亮", "0602", 120.113));
        Answer other = intake.post(OTHER_WORKER, "/api/v1/reports/similar", report(draft, "路灯不亮", "0603", 120.111));

        assertThat(near.json().path("items")).hasSize(1);
        assertThat(near.json().path("items").get(0).path("reportId").asString()).isEqualTo(earlier);
        assertThat(near.json().path("items").get(0).path("text").asString()).isEqualTo("路灯不亮，电话138****8000");
        assertThat(near.json().path("items").get(0).path("metres").asLong()).isBetween(18L, 20L);
        assertThat(far.json().path("items")).isEmpty();
        assertThat(other.json().path("items")).isEmpty();

        Answer dismissed = intake.post(
                OTHER_WORKER, "/api/v1/reports/" + earlier + "/dismissals", "{\"reportId\":\"" + draft + "\"}");

        assertThat(dismissed.status()).isEqualTo(204);
        assertThat(intake.post(OTHER_WORKER, "/api/v1/reports/similar", report(draft, "路灯不亮", "0602", 120.111))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(intake.post(STRANGER, "/api/v1/reports/similar", report(uuid(), "路灯不亮", "0602", 120.111))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void a_follower_gets_a_number_once_and_hears_how_the_matter_stands() throws Exception {
        String followed = uuid();
        String id = uuid();
        intake.post(WORKER, report(followed, "道路积水", "0406", 120.115));
        String form =
                "{\"id\":\"" + id + "\",\"text\":\"我也看到了\",\"resident\":{\"name\":\"李阿姨\",\"phone\":\"13900139001\"}}";

        Answer first = intake.post(OTHER_WORKER, "/api/v1/reports/" + followed + "/followers", form);
        Answer again = intake.post(OTHER_WORKER, "/api/v1/reports/" + followed + "/followers", form);
        Answer another = intake.post(
                OTHER_WORKER, "/api/v1/reports/" + followed + "/followers", "{\"id\":\"" + id + "\",\"text\":\"别的\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("trackingNumber"))
                .isEqualTo(first.text("trackingNumber"))
                .isNotBlank();
        assertThat(first.json().path("residentKnown").asBoolean()).isTrue();
        assertThat(first.raw().body()).doesNotContain("13900139001", "李阿姨");
        assertThat(another.status()).isEqualTo(409);
        assertThat(intake.get(OTHER_WORKER, "/api/v1/followers/" + id).text("follows"))
                .isEqualTo(followed);
        assertThat(intake.get(STRANGER, "/api/v1/followers/" + id).status()).isEqualTo(404);
        Answer all = intake.get(WORKER, "/api/v1/reports/" + followed + "/followers");
        assertThat(all.json().path("count").asInt()).isEqualTo(1);
        assertThat(intake.get(STRANGER, "/api/v1/reports/" + followed + "/followers")
                        .status())
                .isEqualTo(404);
    }

    /** A rainstorm, or somebody's script: each is taken in, and whoever reports the same is shown ten of them. */
    @Test
    void ten_thousand_identical_posts_are_each_stored_and_ten_of_them_are_proposed() throws Exception {
        String twice = "";
        for (int call = 0; call < 50; call++) {
            String batch = IntStream.range(0, 200)
                    .mapToObj(n -> "{\"kind\":\"REPORT\",\"report\":" + report(uuid(), "下水道堵了", "0601", 120.105) + "}")
                    .collect(Collectors.joining(",", "{\"items\":[", "]}"));
            assertThat(outcomes(batch)).hasSize(200).containsOnly("STORED");
            twice = batch;
        }
        assertThat(outcomes(twice)).hasSize(200).containsOnly("ALREADY_STORED");

        Answer alike = intake.post(OTHER_WORKER, "/api/v1/reports/similar", report(uuid(), "下水道堵了", "0601", 120.105));

        assertThat(alike.status()).isEqualTo(200);
        assertThat(alike.json().path("items")).hasSize(10);
    }

    private static List<String> outcomes(String batch) throws Exception {
        return intake.post(WORKER, "/api/v1/reports/sync", batch)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString())
                .toList();
    }

    @Test
    void bad_input_is_refused_with_what_is_wrong() throws Exception {
        String nobody = uuid();
        assertThat(intake.post(WORKER, "/api/v1/reports/" + nobody + "/followers", "{\"id\":\"" + uuid() + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(intake.post(WORKER, "/api/v1/reports/" + nobody + "/followers", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(intake.post(WORKER, "/api/v1/reports/" + nobody + "/dismissals", "{\"reportId\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(intake.post(WORKER, "/api/v1/reports/similar", report(uuid(), "x", "0602", 999))
                        .status())
                .isEqualTo(400);
        assertThat(intake.post(WORKER, "/api/v1/reports/similar", "{}").json().path("items"))
                .isEmpty();
    }

    @Test
    void a_tip_off_is_proposed_to_nobody_who_may_not_read_it() throws Exception {
        String tip = report(uuid(), "有人偷排污水", "1202", 120.118).replace("{\"id\"", "{\"nature\":\"TIP_OFF\",\"id\"");
        assertThat(intake.post(WORKER, tip).status()).isEqualTo(201);

        Answer stranger = intake.post(STRANGER, "/api/v1/reports/similar", report(uuid(), "有人偷排污水", "1202", 120.118));
        Answer own = intake.post(WORKER, "/api/v1/reports/similar", report(uuid(), "有人偷排污水", "1202", 120.118));

        assertThat(stranger.json().path("items")).isEmpty();
        assertThat(own.json().path("items")).hasSize(1);
    }
}
