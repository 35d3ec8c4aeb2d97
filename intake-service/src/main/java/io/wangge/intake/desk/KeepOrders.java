package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.order.Order;
import io.wangge.intake.order.OrderForms;
import io.wangge.intake.order.OrderRules;
import io.wangge.intake.order.Orders;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportReading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 上级交办: taken in once under the superior's number, answered in its form. */
public final class KeepOrders {
    /** A desk looks at what is open, not at the whole year. */
    static final int MOST = 200;

    private final Orders orders;
    private final Reports reports;
    private final ReadReports reading;
    private final TakeInReport takeIn;
    private final InstantSource clock;

    public KeepOrders(Orders orders, Reports reports, ReadReports reading, TakeInReport takeIn, InstantSource clock) {
        this.orders = orders;
        this.reports = reports;
        this.reading = reading;
        this.takeIn = takeIn;
        this.clock = clock;
    }

    /**
     * An order with its report.
     *
     * @param standing how the case stands that settles it: another than its own while that is merged into it (并案); null
     *     while nothing was heard of it
     */
    public record Kept(Order order, Report report, @Nullable CaseStanding standing) {
        public @Nullable Instant caseDueAt() {
            return standing == null ? null : standing.dueAt();
        }
    }

    /** The report first: an order without one would be a number that nobody works on; the same again mends the rest. */
    public TakenIn take(Caller caller, OrderForms.Given given, @Nullable String traceparent) {
        return switch (ReportReading.of(OrderForms.report(given), clock.instant())) {
            case ReportReading.Faulty faulty -> new TakenIn.Faulty(faulty.faults());
            case ReportReading.Readable(NewReport report) -> {
                TakenIn taken = takeIn.take(caller, report, traceparent);
                Report stands = switch (taken) {
                    case TakenIn.New(Report fresh) -> fresh;
                    case TakenIn.Repeated(Report earlier) -> earlier;
                    default -> null;
                };
                if (stands != null) {
                    orders.add(orderOf(caller, given, report, stands));
                }
                yield taken;
            }
        };
    }

    private static Order orderOf(Caller caller, OrderForms.Given given, NewReport report, Report stands) {
        return new Order(
                String.valueOf(given.issuer()).strip(),
                String.valueOf(given.number()).strip(),
                stands.id(),
                report.details().answerBy(),
                caller.staffId(),
                stands.received().receivedAt(),
                List.of());
    }

    public Optional<Kept> find(Caller caller, String issuer, String number) {
        return orders.find(issuer, number).flatMap(order -> kept(caller, order));
    }

    /** What is open, the earlier of both limits first. */
    public List<Kept> open(Caller caller) {
        return kept(caller, orders.open(MOST)).stream()
                .sorted(Comparator.comparing(
                        (Kept kept) -> kept.order().dueAt(kept.caseDueAt()),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    public List<Kept> answeredSince(Caller caller, Instant moment, @Nullable String issuer, int atMost) {
        return kept(caller, orders.answeredSince(moment, issuer, atMost));
    }

    private Optional<Kept> kept(Caller caller, Order order) {
        return kept(caller, List.of(order)).stream().findFirst();
    }

    private List<Kept> kept(Caller caller, List<Order> found) {
        Map<String, Report> byId = reports
                .findAll(found.stream().map(Order::reportId).toList())
                .stream()
                .filter(report -> reading.mayRead(caller, report))
                .collect(Collectors.toMap(Report::id, Function.identity()));
        Map<String, CaseStanding> carrying = carrying(byId.values());
        return found.stream()
                .flatMap(order -> Optional.ofNullable(byId.get(order.reportId())).stream()
                        .map(report -> {
                            CaseStanding own = report.standing();
                            String by = own == null ? null : own.carriedBy();
                            return new Kept(order, report, by == null ? own : carrying.getOrDefault(by, own));
                        }))
                .toList();
    }

    /** Whoever may read an order hears how it is settled, wherever the case that carries it lies. */
    private Map<String, CaseStanding> carrying(Collection<Report> found) {
        List<String> ids = found.stream()
                .map(Report::standing)
                .filter(Objects::nonNull)
                .map(CaseStanding::carriedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, CaseStanding> standings = new HashMap<>();
        if (!ids.isEmpty()) {
            reports.findAll(ids)
                    .forEach(report ->
                            report.caseStanding().ifPresent(standing -> standings.put(report.id(), standing)));
        }
        return standings;
    }

    /** What comes of an answer. */
    public sealed interface Outcome {
        record Done(Order order) implements Outcome {}

        /** 409. */
        record NotNow(Refused refused) implements Outcome {}

        /** 409: somebody else answered at the same moment. */
        record Overtaken() implements Outcome {}
    }

    public Outcome answer(Kept kept, Order.Answer answer) {
        Order order = kept.order();
        Optional<Order.Answer> earlier = order.answers().stream()
                .filter(one -> one.id().equals(answer.id()))
                .findFirst();
        if (earlier.isPresent()) {
            return new Outcome.Done(order);
        }
        return OrderRules.refusal(order, answer, kept.standing())
                .<Outcome>map(Outcome.NotNow::new)
                .orElseGet(() -> orders.answered(order, answer)
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(Outcome.Overtaken::new));
    }
}
