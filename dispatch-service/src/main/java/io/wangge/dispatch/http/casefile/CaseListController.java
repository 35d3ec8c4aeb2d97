package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.desk.CaseCounts;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.desk.CaseLists.Page;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.dispatch.http.casefile.CaseExport.Format;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists over HTTP: page by page, counted, and as a file. Each is limited to the caller's scope. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseListController {
    private static final int MOST_ITEMS = 100;

    private static final Map<String, Tab> TABS = Map.of(
            "inbox", Tab.INBOX,
            "all", Tab.ALL,
            "reported", Tab.REPORTED,
            "hard", Tab.HARD,
            "approvals", Tab.APPROVALS,
            "sponsored", Tab.SPONSORED,
            "supervised", Tab.SUPERVISED,
            "helping", Tab.HELPING);

    private final CaseLists lists;
    private final CaseViews views;
    private final CaseExport export;
    private final ReferenceData referenceData;
    private final InstantSource clock;

    CaseListController(
            CaseLists lists, CaseViews views, CaseExport export, ReferenceData referenceData, InstantSource clock) {
        this.lists = lists;
        this.views = views;
        this.export = export;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /** @param nextCursor absent on the last page */
    record CaseList(List<CaseView> items, @Nullable String nextCursor) {}

    /**
     * @param countedTo where counting stops
     * @param more which of them are so many or more: {@code inbox}, {@code all}, {@code reported}, {@code overdue}, or a
     *     state
     */
    record Counts(
            long inbox,
            long all,
            long reported,
            long overdue,
            Map<CaseState, Long> byState,
            long countedTo,
            List<String> more) {

        static Counts of(CaseCounts counts) {
            Stream<String> tabs = Stream.of(
                            Map.entry("inbox", counts.inbox()),
                            Map.entry("all", counts.all()),
                            Map.entry("reported", counts.reported()),
                            Map.entry("overdue", counts.overdue()))
                    .filter(tab -> tab.getValue() >= CaseCounts.MOST)
                    .map(Map.Entry::getKey);
            Stream<String> states = counts.byState().entrySet().stream()
                    .filter(state -> state.getValue() >= CaseCounts.MOST)
                    .map(state -> state.getKey().name());
            return new Counts(
                    counts.inbox(),
                    counts.all(),
                    counts.reported(),
                    counts.overdue(),
                    counts.byState(),
                    CaseCounts.MOST,
                    Stream.concat(tabs, states).toList());
        }
    }

    @Operation(
            summary = "Cases within the caller's scope, open ones first, by what is due next / 案卷列表",
            description =
                    "Narrowed by unitId, level, state, dueBefore, dueAfter, openedAfter, openedBefore,"
                            + " closedAfter, closedBefore, overdue, supervision, category, gridCode, person, text, caseNumber, trackingNumber, all together; with text the newest first.")
    @Parameter(
            name = "unitId",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "holder, or above it")
    @Parameter(
            name = "level",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "several with commas")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "several with commas")
    @Parameter(
            name = "dueBefore",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "open, and whoever it waits for is due before this moment")
    @Parameter(
            name = "dueAfter",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "open, and due at or after it")
    @Parameter(
            name = "openedAfter",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "opened at or after this moment")
    @Parameter(
            name = "openedBefore",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "opened before it")
    @Parameter(
            name = "closedAfter",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "closed at or after this moment")
    @Parameter(
            name = "closedBefore",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "closed before it")
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "true: open, and past the due time of the case")
    @Parameter(
            name = "supervision",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "NORMAL, YELLOW, RED; several with commas")
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "class or subclass, several with commas")
    @Parameter(name = "gridCode", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "placeId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "person",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "staff id of the first receiver")
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "all of its words; at least two Chinese characters")
    @Parameter(name = "caseNumber", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "trackingNumber", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @GetMapping
    CaseList list(
            Caller caller,
            @Parameter(
                            description =
                                    "inbox, all, reported, hard (the hard-case desk), approvals, sponsored, supervised or helping")
                    @RequestParam(defaultValue = "inbox")
                    String tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("limit", "out-of-range", Map.of("min", 1, "max", MOST_ITEMS))));
        }
        CaseQuery query = query(caller, tab, parameters, Set.of("tab", "cursor", "limit"));
        Page page = inTime(() -> page(query, cursor, limit));
        return new CaseList(
                page.cases().stream().map(stored -> views.of(stored, caller)).toList(),
                page.next().orElse(null));
    }

    @Operation(summary = "How many cases lie on each tab and in each state / 各列表的数量")
    @GetMapping("/counts")
    Counts counts(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        if (!parameters.isEmpty()) {
            throw ProblemException.invalid(parameters.keySet().stream()
                    .map(name -> new FieldFault(name, "unknown-parameter", Map.of("allowed", List.of())))
                    .toList());
        }
        return Counts.of(inTime(() -> lists.counts(caller, seesAll(caller), clock.instant())));
    }

    @Operation(summary = "The same list as a file, at most 100000 rows / 导出案卷列表")
    @Parameter(name = "unitId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "level", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "dueBefore", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "dueAfter", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "openedAfter", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "openedBefore", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "closedAfter", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "closedBefore", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "overdue", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "supervision", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "category", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "gridCode", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "placeId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "person", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "text", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "caseNumber", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "trackingNumber", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @GetMapping("/export")
    void export(
            Caller caller,
            @Parameter(description = "csv or xlsx") @RequestParam(defaultValue = "csv") String format,
            @Parameter(
                            description =
                                    "inbox, all, reported, hard (the hard-case desk), approvals, sponsored, supervised or helping")
                    @RequestParam(defaultValue = "all")
                    String tab,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        CaseQuery query = query(caller, tab, parameters, Set.of("tab", "format"));
        export.send(query, oneOf("format", format, Map.of("csv", Format.CSV, "xlsx", Format.XLSX)), response);
    }

    private CaseQuery query(Caller caller, String tab, MultiValueMap<String, String> parameters, Set<String> others) {
        Tab which = oneOf("tab", tab, TABS);
        Directory directory = referenceData.current().directory();
        CaseFilter filter = FilterParameters.read(parameters, directory, others);
        return CaseQuery.of(which, caller, filter, directory, clock.instant());
    }

    private boolean seesAll(Caller caller) {
        return caller.units().contains(referenceData.current().directory().top().id());
    }

    private Page page(CaseQuery query, @Nullable String cursor, int limit) {
        try {
            return lists.page(query, cursor, limit);
        } catch (CaseLists.BadCursor e) {
            throw ProblemException.invalid("cursor", "bad-format");
        }
    }

    private static <T> T inTime(Supplier<T> question) {
        try {
            return question.get();
        } catch (CaseLists.TooBroad e) {
            throw new ProblemException(400, "search-too-broad");
        }
    }

    private static <T> T oneOf(String name, String value, Map<String, T> known) {
        T found = known.get(value);
        if (found == null) {
            throw ProblemException.invalid(List.of(new FieldFault(
                    name,
                    "unknown-value",
                    Map.of("allowed", known.keySet().stream().sorted().toList()))));
        }
        return found;
    }
}
