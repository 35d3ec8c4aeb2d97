package io.wangge.intake.http.order;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.KeepOrders;
import io.wangge.intake.desk.KeepOrders.Kept;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.http.Faults;
import io.wangge.intake.order.AnswerSheet;
import io.wangge.intake.order.Order;
import io.wangge.intake.order.OrderForms;
import io.wangge.intake.order.OrderRules;
import io.wangge.intake.person.SensitiveNumbers;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.FormFields;
import io.wangge.intake.report.Report;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 上级交办 over HTTP, for clerks and for the superior's system. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {
    private static final int MOST_ROWS = 2_000;

    private final KeepOrders orders;
    private final OrderSettings settings;
    private final InstantSource clock;

    OrderController(KeepOrders orders, OrderSettings settings, InstantSource clock) {
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param caseNumber of the case that settles it: another than its own while that is merged into it
     * @param carriedBy id of that other case; absent otherwise
     * @param answerBy the superior's limit
     * @param caseDueAt ours, fixed at the first dispatch
     * @param dueAt the earlier of both, which counts
     */
    record OrderView(
            String issuer,
            String number,
            String reportId,
            String trackingNumber,
            String text,
            @Nullable String caseNumber,
            @Nullable CaseState state,
            @Nullable String carriedBy,
            @Nullable Instant answerBy,
            @Nullable Instant caseDueAt,
            @Nullable Instant dueAt,
            boolean late,
            boolean open,
            Instant takenAt,
            List<Order.Answer> answers) {}

    record OrderListAnswer(List<OrderView> items) {}

    /** 201 for a new order, 200 when it comes again, 409 when its number stands for something else. */
    @PostMapping
    ResponseEntity<OrderView> take(@RequestBody OrderForms.Given given, Caller caller) {
        forClerks(caller);
        FormFields fields = new FormFields();
        OrderForms.check(given, fields);
        Faults.none(fields);
        boolean fresh = switch (orders.take(caller, given, Traces.current())) {
            case TakenIn.New taken -> true;
            case TakenIn.Repeated repeated -> false;
            case TakenIn.NotAllowed(Refused refused)
            when refused.code().equals(ProblemCodes.SAME_ID_OTHER_CONTENT) ->
                throw new ProblemException(409, "order-number-taken", Map.of("number", String.valueOf(given.number())));
            case TakenIn.NotAllowed(var refused) -> throw Faults.refused(refused);
            case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
            case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
        Kept kept = kept(
                caller,
                String.valueOf(given.issuer()).strip(),
                String.valueOf(given.number()).strip());
        String at =
                "/api/v1/orders/" + kept.order().issuer() + "/" + kept.order().number();
        return fresh ? ResponseEntity.created(URI.create(at)).body(view(kept)) : ResponseEntity.ok(view(kept));
    }

    /** What is open, the earlier of both limits first. */
    @GetMapping
    OrderListAnswer open(Caller caller) {
        forClerks(caller);
        return new OrderListAnswer(
                orders.open(caller).stream().map(this::listed).toList());
    }

    @GetMapping("/{issuer}/{number}")
    OrderView one(@PathVariable String issuer, @PathVariable String number, Caller caller) {
        forClerks(caller);
        return view(kept(caller, issuer, number));
    }

    /** 答复: SETTLED only once the case is closed. */
    @PostMapping("/{issuer}/{number}/answers")
    OrderView answer(
            @PathVariable String issuer,
            @PathVariable String number,
            @RequestBody OrderForms.Answered form,
            Caller caller) {
        forClerks(caller);
        FormFields fields = new FormFields();
        Order.Answer answer = OrderForms.answer(form, caller.staffId(), clock.instant(), fields);
        Faults.none(fields);
        Kept kept = kept(caller, issuer, number);
        return switch (orders.answer(kept, answer)) {
            case KeepOrders.Outcome.Done(Order order) -> view(new Kept(order, kept.report(), kept.standing()));
            case KeepOrders.Outcome.NotNow(Refused refused) -> throw new ProblemException(409, refused);
            case KeepOrders.Outcome.Overtaken() -> throw new ProblemException(409, "order-overtaken");
        };
    }

    /**
     * 回复单: what was answered since a moment, in the superior's own columns, at most 2,000 rows, oldest first.
     *
     * @param since RFC 3339
     */
    @GetMapping(path = "/answers.csv", produces = "text/csv")
    ResponseEntity<byte[]> sheet(
            @RequestParam String since, @RequestParam(required = false) @Nullable String issuer, Caller caller) {
        forClerks(caller);
        Map<String, String> columns = settings.columnsOf(issuer);
        StringBuilder sheet = new StringBuilder("\uFEFF").append(CsvLine.of(List.copyOf(columns.keySet())));
        orders.answeredSince(caller, momentOf(since), issuer, MOST_ROWS)
                .forEach(kept -> sheet.append(CsvLine.of(
                        AnswerSheet.row(kept.order(), kept.report(), kept.standing(), columns, HttpJson.ZONE))));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"order-answers.csv\"")
                .body(sheet.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant momentOf(String said) {
        try {
            // A plus that nobody encoded arrives as a blank.
            return OffsetDateTime.parse(said.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("since", "not-a-time");
        }
    }

    private Kept kept(Caller caller, String issuer, String number) {
        return orders.find(caller, issuer, number).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static void forClerks(Caller caller) {
        OrderRules.mayKeep(caller).ifPresent(refused -> {
            throw new ProblemException(403, refused);
        });
    }

    private OrderView view(Kept kept) {
        return view(kept, kept.report().received().text().value());
    }

    private OrderView listed(Kept kept) {
        return view(
                kept, SensitiveNumbers.masked(kept.report().received().text().value()));
    }

    private OrderView view(Kept kept, String text) {
        Order order = kept.order();
        Report report = kept.report();
        CaseStanding standing = kept.standing();
        CaseStanding own = report.standing();
        Instant caseDueAt = kept.caseDueAt();
        return new OrderView(
                order.issuer(),
                order.number(),
                order.reportId(),
                report.received().trackingNumber(),
                text,
                standing == null ? null : standing.caseNumber(),
                standing == null ? null : standing.state(),
                own == null ? null : own.carriedBy(),
                order.answerBy(),
                caseDueAt,
                order.dueAt(caseDueAt),
                order.isLate(caseDueAt, clock.instant()),
                order.isOpen(),
                order.takenAt(),
                order.answers());
    }
}
