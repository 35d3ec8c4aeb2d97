package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseCounts;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.dispatch.directory.Assets;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.sheet.Sheet;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class CaseExportTest {
    static final Reference REFERENCE = new Reference(
            SmallDistrict.DIRECTORY,
            SmallDistrict.RULES,
            SmallDistrict.CALENDAR,
            List.of(),
            List.of(),
            List.of(),
            Assets.NONE,
            SmallDistrict.ESCALATION,
            SmallDistrict.POLICY,
            Map.of());
    static final CaseLists NO_LISTS = new NoLists();
    static final CaseViews VIEWS =
            new CaseViews(() -> REFERENCE, InstantSource.fixed(SmallDistrict.at("2026-03-02T20:00")));
    private static final Caller READER = SmallDistrict.staff("reader", Role.HANDLER, "s-env");
    private static final CaseRow ROWS = new CaseRow(SmallDistrict.DIRECTORY);

    private final CaseExport export = new CaseExport(NO_LISTS, VIEWS, () -> REFERENCE);

    @Test
    void a_row_has_a_cell_for_each_heading_in_the_words_and_the_time_of_the_place() throws IOException {
        Kept sheet = new Kept();
        export.write(List.of(someCase()).iterator(), READER, ROWS, sheet);

        assertThat(sheet.rows).hasSize(2);
        assertThat(sheet.rows.get(1)).hasSameSizeAs(CaseRow.HEADINGS);
        assertThat(cell(sheet, "状态")).isEqualTo("待受理");
        assertThat(cell(sheet, "层级")).isEqualTo("街道");
        assertThat(cell(sheet, "内容")).isEqualTo("路边有垃圾");
        assertThat(cell(sheet, "上报时间（+08:00）")).isEqualTo("2026-03-02 09:00:00");
        assertThat(cell(sheet, "是否超期")).isEqualTo("是");
        assertThat(sheet.rows.get(1)).noneMatch(text -> text.contains("resident-1"));
    }

    @Test
    void rows_are_taken_one_by_one_and_it_says_when_it_was_cut() throws IOException {
        Stored<Case> one = someCase();
        int[] taken = {0};
        int[] written = {0};
        List<String> last = new ArrayList<>();
        Iterator<Stored<Case>> source = IntStream.range(0, CaseExport.MOST_ROWS + 1)
                .mapToObj(n -> {
                    taken[0]++;
                    return one;
                })
                .iterator();

        export.write(source, READER, ROWS, new Sheet() {
            @Override
            public void row(List<String> cells) {
                // The heading, then each row before the next but one is taken.
                assertThat(taken[0] - written[0]).isLessThanOrEqualTo(1);
                written[0]++;
                last.clear();
                last.addAll(cells);
            }

            @Override
            public void close() {}
        });

        assertThat(written[0]).isEqualTo(1 + CaseExport.MOST_ROWS + 1);
        assertThat(last).singleElement().asString().contains("只导出前 1000000 条");
    }

    @Test
    void a_source_that_fails_in_the_middle_leaves_a_line_that_says_so() throws IOException {
        Stored<Case> one = someCase();
        Kept sheet = new Kept();

        export.write(
                Stream.iterate(1, n -> n + 1)
                        .map(n -> {
                            if (n > 3) {
                                throw new IllegalStateException("away");
                            }
                            return one;
                        })
                        .iterator(),
                READER,
                ROWS,
                sheet);

        assertThat(sheet.rows.getLast()).singleElement().asString().contains("导出中断");
    }

    @Test
    void a_third_export_is_turned_away_while_two_run_and_let_in_afterwards() throws IOException {
        Meanwhile lists = new Meanwhile();
        CaseExport busy = new CaseExport(
                lists, new CaseViews(() -> REFERENCE, InstantSource.fixed(SmallDistrict.MORNING)), () -> REFERENCE);
        CaseQuery query = CaseQuery.inScope(
                CaseLists.Tab.ALL,
                SmallDistrict.staff("leader", Role.LEADER, "d"),
                true,
                CaseFilter.NONE,
                SmallDistrict.MORNING);
        List<Integer> turnedAway = new ArrayList<>();
        lists.meanwhile = () -> {
            try {
                busy.send(query, CaseExport.Format.CSV, new MockHttpServletResponse());
            } catch (ProblemException e) {
                turnedAway.add(e.status());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        busy.send(query, CaseExport.Format.CSV, new MockHttpServletResponse());
        assertThat(turnedAway).containsExactly(429);

        lists.meanwhile = () -> {};
        MockHttpServletResponse answer = new MockHttpServletResponse();
        busy.send(query, CaseExport.Format.CSV, answer);
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    /** Does something else in the middle of an export. */
    private static final class Meanwhile extends NoLists {
        private Runnable meanwhile = () -> {};

        @Override
        public Stream<Stored<Case>> all(CaseQuery query, int most) {
            meanwhile.run();
            return Stream.empty();
        }
    }

    private static String cell(Kept sheet, String heading) {
        return sheet.rows.get(1).get(CaseRow.HEADINGS.indexOf(heading));
    }

    static Stored<Case> someCase() {
        Accepted accepted = new CaseOpening(
                        SmallDistrict.report("0103", "code-g1"), SmallDistrict.facts(SmallDistrict.MORNING))
                .open("990100001-20260302-0001");
        Case theCase = Case.open("report-1", (Opened) accepted.events().getFirst(), accepted.at())
                .apply(accepted.events().getLast(), accepted.at());
        return new Stored<>("report-1", 2, theCase, List.of(), 0);
    }

    private static final class Kept implements Sheet {
        private final List<List<String>> rows = new ArrayList<>();

        @Override
        public void row(List<String> cells) {
            rows.add(cells);
        }

        @Override
        public void close() {}
    }

    private static class NoLists implements CaseLists {
        @Override
        public Page page(CaseQuery query, @Nullable String cursor, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CaseCounts counts(io.wangge.contracts.directory.Caller caller, boolean seesAll, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stream<Stored<Case>> all(CaseQuery query, int most) {
            return Stream.empty();
        }
    }
}
