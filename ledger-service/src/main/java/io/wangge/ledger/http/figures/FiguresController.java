package io.wangge.ledger.http.figures;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureDesk.Ask;
import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.figures.FigureDesk.Term;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.Measure.Anchor;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.http.figures.FigureViews.CaseView;
import io.wangge.ledger.http.figures.FigureViews.DefinitionView;
import io.wangge.ledger.http.figures.FigureViews.LineView;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 统计: figures of units in the caller's scope, each opened down to its cases. */
@RestController
@RequestMapping("/api/v1/figures")
class FiguresController {
    private static final int MOST_ON_A_PAGE = 200;

    private final FigureDesk desk;
    private final FigureShelf shelf;
    private final DirectoryCopy copy;
    private final InstantSource clock;

    FiguresController(FigureDesk desk, FigureShelf shelf, DirectoryCopy copy, InstantSource clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.copy = copy;
        this.clock = clock;
    }

    record Definitions(List<DefinitionView> figures, Map<String, BigDecimal> satisfactionWeights) {}

    @GetMapping("/definitions")
    Definitions definitions() {
        return new Definitions(
                Arrays.stream(Figure.values()).map(DefinitionView::of).toList(), desk.weights());
    }

    /** @param countedTo what lies after it has not come yet and is not counted */
    record FiguresView(
            String unitId,
            LocalDate from,
            LocalDate to,
            LocalDate countedTo,
            Instant computedAt,
            List<LineView> lines) {}

    @GetMapping
    FiguresView figures(Caller caller, @ParameterObject FigureQuery query) {
        Instant now = clock.instant();
        Directory directory = copy.current();
        Ask ask = query.ask(caller, directory, now);
        return view(ask, desk.lines(ask, directory, now), directory, now);
    }

    private static FiguresView view(Ask ask, List<Line> lines, Directory directory, Instant now) {
        Period period = ask.period();
        return new FiguresView(
                ask.unit().id(),
                period.from(),
                period.to(),
                period.until(Days.dayOf(now)).to(),
                now,
                lines.stream()
                        .map(line -> LineView.of(line, ask.by(), directory))
                        .toList());
    }

    record RankView(int rank, LineView line) {}

    record RankingView(String unitId, LocalDate from, LocalDate to, Instant computedAt, List<RankView> ranks) {}

    /** 排名 by the first of {@code figures}; equals share a rank. {@code order=least} turns it round. */
    @GetMapping("/rankings")
    RankingView rankings(
            Caller caller,
            @ParameterObject FigureQuery query,
            @RequestParam(defaultValue = "most") String order,
            @RequestParam(defaultValue = "20") int limit) {
        checkLimit(limit);
        if (!order.equals("most") && !order.equals("least")) {
            throw FigureQuery.unknown("order", List.of("most", "least"));
        }
        Instant now = clock.instant();
        Directory directory = copy.current();
        Ask ask = query.ask(caller, directory, now);
        List<Line> lines = desk.ranking(ask, order.equals("least"), directory, now);
        return new RankingView(
                ask.unit().id(),
                ask.period().from(),
                ask.period().to(),
                now,
                Ranks.of(lines, limit, line -> LineView.of(line, ask.by(), directory)));
    }

    record HotSpots(
            String unitId,
            LocalDate from,
            LocalDate to,
            Instant computedAt,
            List<RankView> categories,
            List<RankView> places) {}

    /** 热点: what is reported most, and where. */
    @GetMapping("/hot-spots")
    HotSpots hotSpots(Caller caller, @ParameterObject FigureQuery query, @RequestParam(defaultValue = "10") int limit) {
        checkLimit(limit);
        Instant now = clock.instant();
        Directory directory = copy.current();
        Ask ask = query.ask(caller, directory, now);
        return new HotSpots(
                ask.unit().id(),
                ask.period().from(),
                ask.period().to(),
                now,
                most(ask, Grouping.CATEGORY, directory, now, limit),
                most(ask, Grouping.GRID, directory, now, limit));
    }

    private List<RankView> most(Ask ask, Grouping by, Directory directory, Instant now, int limit) {
        Ask reported = new Ask(ask.unit(), by, null, ask.period(), List.of(Figure.REPORTED_COUNT));
        List<Line> lines = desk.ranking(reported, false, directory, now).stream()
                .filter(line -> line.figures().getFirst().numerator().signum() > 0)
                .toList();
        return Ranks.of(lines, limit, line -> LineView.of(line, by, directory));
    }

    record CasesPage(List<CaseView> items, @Nullable String nextCursor) {}

    /**
     * The cases behind a numerator or denominator; {@code of} names the line, such as a category. By {@code day=closing} those
     * that closed within the period, as boards count them, whatever day they count for.
     */
    @GetMapping("/{code}/cases")
    CasesPage cases(
            Caller caller,
            @PathVariable String code,
            @ParameterObject FigureQuery query,
            @RequestParam(defaultValue = "numerator") String part,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "counting") String day,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        checkLimit(limit);
        if (!part.equals("numerator") && !part.equals("denominator")) {
            throw FigureQuery.unknown("part", List.of("numerator", "denominator"));
        }
        Figure figure = Figure.byCode(code).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        boolean closes = part.equals("numerator")
                && figure.numerator().stream().allMatch(measure -> measure.anchor() == Anchor.CLOSING);
        if (!day.equals("counting") && !(closes && day.equals("closing"))) {
            throw FigureQuery.unknown("day", closes ? List.of("counting", "closing") : List.of("counting"));
        }
        Instant now = clock.instant();
        Directory directory = copy.current();
        Ask ask = query.opening(figure, of).ask(caller, directory, now);
        Term term = new Term(part.equals("numerator"), of, day.equals("closing"));
        FigureShelf.Page page = cases(ask, term, directory, now, cursor, limit);
        return new CasesPage(page.cases().stream().map(CaseView::of).toList(), encoded(page.at()));
    }

    private FigureShelf.Page cases(
            Ask ask, Term term, Directory directory, Instant now, @Nullable String cursor, int limit) {
        try {
            return desk.cases(ask, term, directory, now, decoded(cursor), limit);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "bad-format");
        }
    }

    private static @Nullable String encoded(@Nullable String place) {
        return place == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decoded(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty()
                ? null
                : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    record Recounted(long cases, Instant at) {}

    /** 重新汇总 from all cases, while others read and write. */
    @PostMapping("/recount")
    Recounted recount(Caller caller) {
        if (!caller.has(Role.ADMIN)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        long cases = shelf.recount().orElseThrow(() -> new ProblemException(409, "recount-running"));
        return new Recounted(cases, clock.instant());
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("limit", "out-of-range", Map.of("min", 1, "max", MOST_ON_A_PAGE))));
        }
    }
}
