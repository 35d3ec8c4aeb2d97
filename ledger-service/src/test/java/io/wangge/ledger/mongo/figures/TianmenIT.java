package io.wangge.ledger.mongo.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureDesk.Ask;
import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.figures.FigureDesk.Term;
import io.wangge.ledger.figures.FigureShelf.Page;
import io.wangge.ledger.figures.FigureValue;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.mongo.LedgerStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Tianmen published of December 2016 (domain.md "Figures"): filed 996 of 1,054 reported; closed 911 of 972, on time
 * 737 of 972; events 902 of 956, assets 9 of 16. Played in as events, read as figures.
 */
class TianmenIT {
    private static final Instant MONTH_END = History.time("2016-12-31T23:30");
    private static final Instant YEAR_LATER = History.time("2017-12-31T12:00");
    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 31));
    private static final UnitItem DISTRICT =
            new UnitItem("d", 1, "天门", "Tianmen", "DISTRICT", null, null, "429006", List.of("d"));
    private static final Directory DIRECTORY = Directory.of(directory());

    private static LedgerStore store;
    private static FigureDesk desk;
    private static int made;

    @BeforeAll
    static void playIn() {
        store = new LedgerStore();
        desk = new FigureDesk(
                new MongoFigureShelf(store.client, store.database, InstantSource.system()),
                Map.of("SATISFIED", BigDecimal.ONE));
        List<History> cases = new ArrayList<>();
        many(58, () -> cases.add(opened("0102").confirmationAwaited().notFiled()));
        kind(cases, "0102", 956, 902, 730);
        kind(cases, "0201", 16, 9, 7);
        // Filed in December, due in January: neither due nor closed in December.
        many(24, () -> cases.add(held("0102", "2017-01-10T18:00")));
        write(cases, MONTH_END);
        new FigureFolding(store.client, store.database, InstantSource.system()).fold();
        // January comes: what was late is closed, and something is reopened. December is not rewritten.
        write(cases, YEAR_LATER);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** Of {@code due}: so many closed by the month's end, so many of them on time; the others are closed in January. */
    private static void kind(List<History> cases, String category, int due, int closed, int onTime) {
        for (int i = 0; i < due; i++) {
            History one = held(category, "2016-12-20T18:00");
            one.at(i < onTime ? "2016-12-19T10:00" : i < closed ? "2016-12-28T10:00" : "2017-01-06T10:00");
            one.completed().closed("SATISFIED");
            if (i % 100 == 0) {
                one.at("2017-01-20T10:00").reopened(History.time("2017-01-25T18:00"));
            }
            cases.add(one);
        }
    }

    private static History opened(String category) {
        return new History("case-" + made++).of(category).at("2016-12-10T09:00").opened(Channel.GRID_WORKER);
    }

    private static History held(String category, String due) {
        return opened(category)
                .dispatched(History.COMMUNITY, "COMMUNITY", due)
                .at("2016-12-10T09:20")
                .accepted();
    }

    private static void many(int count, Runnable make) {
        for (int i = 0; i < count; i++) {
            make.run();
        }
    }

    /** What happened until then; repeats of what was written before are dropped. */
    private static void write(List<History> cases, Instant until) {
        List<Envelope<Event>> events = cases.stream()
                .flatMap(one -> one.events().stream())
                .filter(event -> !event.time().isAfter(until))
                .toList();
        for (int i = 0; i < events.size(); i += 500) {
            store.book().write(events.subList(i, Math.min(i + 500, events.size())));
        }
    }

    @Test
    void theMonthComesOutAsPublished() {
        Line total = lines(Grouping.TOTAL).getFirst();

        assertThat(rate(total, Figure.FILING_RATE)).isEqualTo("996/1054 0.9450");
        assertThat(rate(total, Figure.CLOSING_RATE)).isEqualTo("911/972 0.9372");
        assertThat(rate(total, Figure.ON_TIME_RATE)).isEqualTo("737/972 0.7582");
        assertThat(value(total, Figure.OVERDUE_COUNT).numerator()).isEqualByComparingTo("61");
        assertThat(rate(total, Figure.HONEST_ON_TIME_RATE)).isEqualTo("737/972 0.7582");
        assertThat(rate(total, Figure.SELF_SETTLEMENT_RATE)).isEqualTo("911/911 1.0000");
    }

    @Test
    void eventsAndAssetsComeOutApart() {
        List<Line> kinds = lines(Grouping.KIND);

        assertThat(kinds).extracting(Line::key).containsExactly("ASSET", "EVENT");
        assertThat(rate(kinds.get(0), Figure.CLOSING_RATE)).isEqualTo("9/16 0.5625");
        assertThat(rate(kinds.get(1), Figure.CLOSING_RATE)).isEqualTo("902/956 0.9435");
    }

    @Test
    void everyFigureOpensDownToAsManyCases() {
        Line total = lines(Grouping.TOTAL).getFirst();
        for (Figure figure : Figure.values()) {
            if (figure.kind() != Figure.Kind.TIME
                    && figure != Figure.HOLD_OVERDUE_RATE
                    && figure != Figure.REOPENED_COUNT) {
                FigureValue value = value(total, figure);
                assertThat(opened(figure, true))
                        .as(figure.code())
                        .isEqualTo(value.numerator().intValueExact());
                if (value.denominator() != null) {
                    assertThat(opened(figure, false))
                            .as(figure.code())
                            .isEqualTo(value.denominator().intValueExact());
                }
            }
        }
    }

    @Test
    void aRecountFindsTheSame() {
        List<Line> before = lines(Grouping.CATEGORY);

        assertThat(new MongoFigureShelf(store.client, store.database, InstantSource.system()).recount())
                .hasValue(1054);

        assertThat(lines(Grouping.CATEGORY)).isEqualTo(before);
    }

    private static int opened(Figure figure, boolean numerator) {
        Set<String> ids = new HashSet<>();
        @Nullable String at = null;
        Ask ask = new Ask(DISTRICT, Grouping.TOTAL, null, DECEMBER, List.of(figure));
        do {
            Page page = desk.cases(ask, new Term(numerator, null, false), DIRECTORY, YEAR_LATER, at, 100);
            page.cases()
                    .forEach(one -> assertThat(ids.add(one.summary().caseId())).isTrue());
            at = page.at();
        } while (at != null);
        return ids.size();
    }

    private static List<Line> lines(Grouping by) {
        return desk.lines(
                new Ask(DISTRICT, by, null, DECEMBER, List.of(Figure.values())),
                DIRECTORY,
                YEAR_LATER.plus(Duration.ofMinutes(1)));
    }

    private static FigureValue value(Line line, Figure figure) {
        return line.figures().stream()
                .filter(value -> value.figure() == figure)
                .findAny()
                .orElseThrow();
    }

    private static String rate(Line line, Figure figure) {
        FigureValue value = value(line, figure);
        return value.numerator().toPlainString() + "/" + value.denominator() + " " + value.value();
    }

    private static List<Item> directory() {
        return List.of(
                new LadderItem(
                        "ladder",
                        1,
                        new Ladder(
                                List.of(
                                        new Level("COMMUNITY", "社区", "Community"),
                                        new Level("STREET", "街道", "Street"),
                                        new Level("DISTRICT", "区县", "District")),
                                Map.of("small", "COMMUNITY"))),
                DISTRICT,
                category("0102", "EVENT"),
                category("0201", "ASSET"));
    }

    private static CategoryItem category(String id, String kind) {
        LimitItem limit = new LimitItem(1, "WORKDAY");
        return new CategoryItem(
                id,
                1,
                kind,
                "类",
                "小类",
                "class",
                "sub",
                "small",
                "COMMUNITY",
                "x",
                limit,
                limit,
                false,
                false,
                false,
                "",
                "",
                false);
    }
}
