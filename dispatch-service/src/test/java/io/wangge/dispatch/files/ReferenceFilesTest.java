package io.wangge.dispatch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheDemo() throws IOException {
        for (String name : new String[] {
            "ladder.json",
            "units.csv",
            "grids.geojson",
            "staff.json",
            "categories.csv",
            "rules.json",
            "calendar.json",
            "escalation-policies.json",
            "duties.json",
            "case-policy.json",
            "assets.csv"
        }) {
            try (InputStream in = ReferenceFiles.class.getResourceAsStream("/demo/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }

    private void replace(String file, String text, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, by), StandardCharsets.UTF_8);
    }

    @Test
    void a_folder_reads_like_the_demo_in_the_jar() {
        assertThat(ReferenceFiles.in(folder).read())
                .isEqualTo(ReferenceFiles.demo().read());
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(folder.resolve("staff.json"));

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith("staff.json: cannot be read");
    }

    @Test
    void a_row_with_too_few_values_is_named_by_its_line() throws IOException {
        replace("categories.csv", ",清除干净,no,no,no,no\n0103", "\n0103");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .hasMessage("categories.csv: line 3: it has 15 values, the heading has 20");
    }

    @Test
    void a_table_from_before_there_were_categories_that_stay_is_read_as_having_none() throws IOException {
        String before = Files.readString(folder.resolve("categories.csv"));
        Files.writeString(
                folder.resolve("categories.csv"),
                before.replaceAll(
                        "(?m),(may_not_leave,effort_waived,rewarded_criticism|(yes|no),(yes|no),(yes|no))$", ""));

        assertThat(ReferenceFiles.in(folder).read().stream()
                        .filter(content -> content.kind() == ReferenceKind.CATEGORY)
                        .flatMap(content -> ((Content.Items) content).items().stream()))
                .hasSize(83)
                .noneMatch(item -> ((CategoryItem) item).neverLeaves()
                        || ((CategoryItem) item).needsNoEffort()
                        || ((CategoryItem) item).rewardsCritics());
    }

    @Test
    void a_measure_that_there_is_not_is_named_by_its_place() throws IOException {
        replace(
                "escalation-policies.json",
                "\"WARN_HEAD\"]},\n          {\"percent\": 100",
                "\"SHOUT\"]},\n          {\"percent\": 100");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith("escalation-policies.json: rows.0.steps.HANDLING.1.measures.0 ");
    }

    @Test
    void a_limit_that_is_none_is_named_by_its_line_and_column() throws IOException {
        replace("categories.csv", "15 WORKDAY,yes,yes,no,建筑物", "soon,yes,yes,no,建筑物");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .hasMessage("categories.csv: line 2: handling is no limit such as 15 WORKDAY");
    }

    @Test
    void broken_json_is_named_by_its_file() throws IOException {
        replace("rules.json", "[", "{");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith("rules.json: ");
    }

    @Test
    void a_calendar_that_contradicts_itself_is_named_by_its_file() throws IOException {
        replace("calendar.json", "2026-01-04", "2026-01-02");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .hasMessage("calendar.json: year 2026: 2026-01-02 is both a holiday and worked");
    }

    @Test
    void a_calendar_says_all_that_is_wrong_with_its_place() throws IOException {
        replace(
                "calendar.json",
                "[\"08:00\", \"12:00\"], [\"14:00\", \"18:00\"]",
                "[\"08:00\", \"12:00\"], [\"11:00\", \"18:00\"]");
        replace("calendar.json", "\"from\": \"2026-06-19\"", "\"from\": \"2026-05-05\"");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .hasMessageContaining("calendar.json: openingHours: Opening hours overlap")
                .hasMessageContaining("11:00")
                .hasMessageContaining("year 2026: 2026-05-05 stands twice among the holidays, the second time in 端午节");
    }

    @Test
    void a_calendar_without_its_worked_days_is_named_by_its_year() throws IOException {
        replace("calendar.json", "\"workedDays\": []", "\"other\": []");

        assertThatThrownBy(() -> ReferenceFiles.in(folder).read())
                .hasMessage("calendar.json: workedDays of 2027: is missing");
    }

    @Test
    void a_unit_may_have_hours_of_its_own() {
        Content.Calendar calendar = ReferenceFiles.in(folder).read().stream()
                .filter(Content.Calendar.class::isInstance)
                .map(Content.Calendar.class::cast)
                .findAny()
                .orElseThrow();

        assertThat(calendar.units()).containsOnlyKeys("990100001-d18");
        assertThat(calendar.units().get("990100001-d18").onDays())
                .containsOnlyKeys(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY);
        assertThat(calendar.workdayCount()).isEqualTo(WorkdayCount.WHOLE_DAY);
    }
}
