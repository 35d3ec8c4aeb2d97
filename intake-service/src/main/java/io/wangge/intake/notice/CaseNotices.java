package io.wangge.intake.notice;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what happens to a case. Intake hears every event of it anyway, so nobody has to say it again. Residents
 * hear what they wait for: the number, the promised time (服务承诺制), a rework, the outcome. Staff hear what does not stand
 * in their lists by itself, or cannot wait there.
 */
public final class CaseNotices {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final ZoneId zone;

    /** @param zone in which times are told */
    public CaseNotices(ZoneId zone) {
        this.zone = zone;
    }

    /** A notice and when what it tells happened. */
    public record Told(Raised raised, Instant at) {}

    /** Whether the people behind the case have to be looked up before its events can be told. */
    public static boolean needsAudience(List<Envelope<CaseMessage<?>>> events) {
        boolean opensNow = events.stream().anyMatch(event -> event.body().what() instanceof CaseEvent.Opened);
        return events.stream().map(event -> event.body().what()).anyMatch(what -> switch (what) {
            // Who reported it stands in the event that opened it.
            case CaseEvent.Dispatched sent -> sent.dueAt() != null && !opensNow;
            case CaseEvent.Closed ignored -> true;
            case CaseEvent.Reworked ignored -> true;
            case CaseEvent.Reopened ignored -> true;
            case CaseEvent.NotFiled ignored -> true;
            case CaseEvent.Cancelled ignored -> true;
            case CaseEvent.ReferredOutside ignored -> true;
            case CaseEvent.MergedInto ignored -> true;
            case CaseEvent.CriticismReplied ignored -> true;
            case CaseEvent.Suspended ignored -> true;
            case CaseEvent.ExtensionGranted ignored -> true;
            case CaseEvent.Returned ignored -> true;
            case CaseEvent.Supervised ignored -> true;
            default -> false;
        });
    }

    /**
     * What the events of one case that came together tell. A receipt and the promised time become one message when they
     * come at one moment, as they mostly do; what was settled on the spot is told with its outcome.
     */
    public List<Told> of(List<Envelope<CaseMessage<?>>> events, Audience audience) {
        List<Told> told = new ArrayList<>();
        Instant promised = events.stream()
                .map(event -> event.body().what())
                .map(CaseNotices::promise)
                .filter(due -> due != null)
                .findFirst()
                .orElse(null);
        boolean opensNow = events.stream().anyMatch(event -> event.body().what() instanceof CaseEvent.Opened);
        boolean endsNow = events.stream().anyMatch(event -> event.body().what() instanceof CaseEvent.Closed);
        for (Envelope<CaseMessage<?>> event : events) {
            Case of = new Case(event, audience, told);
            switch (event.body().what()) {
                case CaseEvent.Opened opened when !endsNow -> of.receipt(opened, promised);
                case CaseEvent.Dispatched dispatched
                when !opensNow && dispatched.dueAt() != null -> of.promise(dispatched.dueAt());
                default -> of.residents();
            }
            of.staff();
        }
        return told;
    }

    private static @Nullable Instant promise(CaseEvent what) {
        return what instanceof CaseEvent.Dispatched dispatched ? dispatched.dueAt() : null;
    }

    private String shown(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    /** One event, and whom it is told to. */
    private final class Case {
        private final Envelope<CaseMessage<?>> event;
        private final CaseSummary after;
        private final CaseEvent what;
        private final Audience audience;
        private final List<Told> told;

        Case(Envelope<CaseMessage<?>> event, Audience audience, List<Told> told) {
            this.event = event;
            this.after = event.body().after();
            this.what = event.body().what();
            this.audience = audience;
            this.told = told;
        }

        void receipt(CaseEvent.Opened opened, @Nullable Instant promised) {
            if (opened.residentId() == null) {
                return;
            }
            Map<String, String> facts = new HashMap<>();
            facts.put("trackingNumber", opened.trackingNumber());
            if (promised != null) {
                facts.put("dueAt", shown(promised));
            }
            add(
                    Recipient.resident(opened.residentId()),
                    promised == null ? "receipt" : "receipt-with-promise",
                    facts,
                    tracking(opened.trackingNumber()),
                    false);
        }

        /** The resident of a case that was opened before is known from its report. */
        void promise(Instant dueAt) {
            toResidents("promise", Map.of("dueAt", shown(dueAt)));
        }

        void residents() {
            switch (what) {
                case CaseEvent.Closed closed -> toResidents(outcome(closed.reason()), Map.of());
                case CaseEvent.Reworked ignored -> toResidents("rework", Map.of());
                case CaseEvent.Reopened ignored -> toResidents("reopened", Map.of());
                case CaseEvent.NotFiled ignored -> toResidents("not-filed", Map.of());
                case CaseEvent.Cancelled ignored -> toResidents("cancelled", Map.of());
                case CaseEvent.ReferredOutside referred ->
                    toResidents("referred-outside", Map.of("body", referred.body()));
                case CaseEvent.MergedInto ignored -> toResidents("merged", Map.of());
                case CaseEvent.CriticismReplied ignored -> toResidents("criticism-replied", Map.of());
                case CaseEvent.Suspended suspended ->
                    toResidents("suspended", Map.of("until", shown(suspended.until())));
                case CaseEvent.ExtensionGranted granted ->
                    toResidents("extended", Map.of("dueAt", shown(granted.dueAt())));
                default -> {}
            }
        }

        private void toResidents(String subject, Map<String, String> more) {
            audience.residents().forEach((person, number) -> {
                Map<String, String> facts = new HashMap<>(more);
                facts.put("trackingNumber", number);
                add(Recipient.resident(person), subject, facts, tracking(number), false);
            });
        }

        void staff() {
            switch (what) {
                case CaseEvent.Dispatched sent
                when after.urgency() == Urgency.EMERGENCY ->
                    toUnit(sent.hold().unitId(), null, "emergency-dispatched", Map.of(), true);
                case CaseEvent.DispatchAwaited awaited
                when after.urgency() == Urgency.EMERGENCY ->
                    toUnit(last(awaited.deskPath()), Role.DISPATCHER, "emergency-awaits-dispatch", Map.of(), true);
                case CaseEvent.Returned returned -> {
                    toUnit(last(after.holderPath()), Role.DISPATCHER, "returned", Map.of("reason", returned.reason()));
                    toReceiver("returned", Map.of("reason", returned.reason()));
                }
                case CaseEvent.Escalated up -> toHolder(up.hold(), "escalated", Map.of("reason", up.reason()));
                case CaseEvent.HandedDown down -> toHolder(down.hold(), "handed-down", Map.of("reason", down.reason()));
                case CaseEvent.MovedUpByTime up -> toHolder(up.hold(), "moved-up", Map.of());
                case CaseEvent.Reworked back -> toHolder(back.hold(), "rework-due", Map.of("reason", back.reason()));
                case CaseEvent.Reopened back -> toHolder(back.hold(), "reopened-due", Map.of("reason", back.reason()));
                case CaseEvent.Supervised card -> {
                    Map<String, String> facts = Map.of("card", card.level().name(), "dueAt", shown(card.replyDueAt()));
                    toUnit(card.unitId(), null, "supervised", facts);
                    toReceiver("supervised", facts);
                }
                case CaseEvent.LimitStepReached step -> limit(step);
                case CaseEvent.ExtensionAsked asked ->
                    toUnit(holder(), Role.DISPATCHER, "extension-asked", Map.of("reason", asked.reason()));
                case CaseEvent.ExtensionEndorsed ignored ->
                    toUnit(holder(), Role.LEADER, "extension-endorsed", Map.of());
                case CaseEvent.ExtensionGranted granted ->
                    toUnit(holder(), null, "extension-granted", Map.of("dueAt", shown(granted.dueAt())));
                case CaseEvent.ExtensionDeclined no ->
                    toUnit(holder(), null, "extension-declined", Map.of("reason", no.reason()));
                case CaseEvent.SuspensionAsked ignored -> toUnit(holder(), Role.LEADER, "suspension-asked", Map.of());
                case CaseEvent.SuspensionDeclined no ->
                    toUnit(holder(), null, "suspension-declined", Map.of("reason", no.reason()));
                case CaseEvent.EscalationAsked asked ->
                    toUnit(holder(), Role.LEADER, "escalation-asked", Map.of("reason", asked.reason()));
                case CaseEvent.EscalationDeclined no ->
                    toUnit(holder(), null, "escalation-declined", Map.of("reason", no.reason()));
                case CaseEvent.HelperNamed helper ->
                    toUnit(helper.unitId(), null, "helper-named", Map.of("dueAt", shown(helper.dueAt())));
                case CaseEvent.SponsorNamed sponsor ->
                    add(
                            Recipient.staff(sponsor.staffId()),
                            "sponsor-named",
                            withNumber(Map.of("dueAt", shown(sponsor.deadline()))),
                            null,
                            false);
                case CaseEvent.DecisionRequested ignored ->
                    toUnit(last(after.territoryPath()), Role.INSPECTOR, "decision-requested", Map.of());
                default -> {}
            }
        }

        /** 提醒, 预警, 告知上级: what the policy's step wants told; what it does besides has an event of its own. */
        private void limit(CaseEvent.LimitStepReached step) {
            Map<String, String> facts = Map.of("clock", step.clock(), "percent", Integer.toString(step.percent()));
            String subject = step.percent() < 100 ? "limit-near" : "limit-over";
            for (String measure : step.measures()) {
                switch (measure) {
                    case "REMIND", "WARN_HEAD" -> toUnit(holder(), null, subject, facts);
                    case "TELL_ABOVE" -> toUnit(above(), null, subject + "-below", facts);
                    case "LEADERS_LIST" -> toUnit(holder(), Role.LEADER, "leaders-list", facts);
                    default -> {}
                }
            }
        }

        private String holder() {
            return last(after.holderPath());
        }

        private String above() {
            List<String> path = after.holderPath();
            return path.size() < 2 ? holder() : path.get(path.size() - 2);
        }

        private void toHolder(Hold hold, String subject, Map<String, String> facts) {
            toUnit(hold.unitId(), null, subject, facts);
        }

        private void toReceiver(String subject, Map<String, String> facts) {
            if (audience.receiverId() != null) {
                add(Recipient.staff(audience.receiverId()), subject, withNumber(facts), null, false);
            }
        }

        private void toUnit(String unitId, @Nullable Role role, String subject, Map<String, String> facts) {
            toUnit(unitId, role, subject, facts, false);
        }

        private void toUnit(
                String unitId, @Nullable Role role, String subject, Map<String, String> facts, boolean urgent) {
            if (!unitId.isEmpty()) {
                Recipient to = Recipient.unit(unitId, role == null ? null : role.name());
                add(to, subject, withNumber(facts), null, urgent);
            }
        }

        private Map<String, String> withNumber(Map<String, String> facts) {
            Map<String, String> all = new HashMap<>(facts);
            all.put("caseNumber", after.caseNumber());
            // Staff have many of one kind: the page groups them by it.
            if (after.category() != null) {
                all.put("category", after.category());
            }
            return all;
        }

        private void add(
                Recipient to, String subject, Map<String, String> facts, @Nullable String link, boolean urgent) {
            Raised raised = new Raised(
                    event.id() + ":" + subject, to, subject, facts, link, after.caseId(), urgent ? true : null, null);
            told.add(new Told(raised, event.time()));
        }
    }

    private static String outcome(CloseReason reason) {
        return reason == CloseReason.DECIDED ? "closed-by-decision" : "closed";
    }

    private static @Nullable String tracking(String number) {
        return number.isEmpty() ? null : "/public.html#/track/" + number;
    }

    private static String last(List<String> path) {
        return path.isEmpty() ? "" : path.getLast();
    }
}
