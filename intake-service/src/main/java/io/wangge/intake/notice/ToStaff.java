package io.wangge.intake.notice;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Staff hear what does not stand in their lists by itself, or cannot wait there. */
final class ToStaff {
    private final Telling telling;

    ToStaff(Telling telling) {
        this.telling = telling;
    }

    void tell() {
        switch (telling.what()) {
            case CaseEvent.Dispatched sent
            when telling.after().urgency() == Urgency.EMERGENCY ->
                toUnit(sent.hold().unitId(), null, "emergency-dispatched", Map.of(), true);
            case CaseEvent.DispatchAwaited awaited
            when telling.after().urgency() == Urgency.EMERGENCY ->
                toUnit(last(awaited.deskPath()), Role.DISPATCHER, "emergency-awaits-dispatch", Map.of(), true);
            case CaseEvent.Returned returned -> {
                toUnit(
                        last(telling.after().holderPath()),
                        Role.DISPATCHER,
                        "returned",
                        Map.of("reason", returned.reason()));
                toReceiver("returned", Map.of("reason", returned.reason()));
            }
            case CaseEvent.Escalated up -> toHolder(up.hold(), "escalated", Map.of("reason", up.reason()));
            case CaseEvent.HandedDown down -> toHolder(down.hold(), "handed-down", Map.of("reason", down.reason()));
            case CaseEvent.MovedUpByTime up -> toHolder(up.hold(), "moved-up", Map.of());
            case CaseEvent.Reworked back -> toHolder(back.hold(), "rework-due", Map.of("reason", back.reason()));
            case CaseEvent.Reopened back -> toHolder(back.hold(), "reopened-due", Map.of("reason", back.reason()));
            case CaseEvent.Supervised card -> {
                Map<String, String> facts =
                        Map.of("card", card.level().name(), "dueAt", telling.shown(card.replyDueAt()));
                toUnit(card.unitId(), null, "supervised", facts);
                toReceiver("supervised", facts);
            }
            case CaseEvent.LimitStepReached step -> limit(step);
            case CaseEvent.ExtensionAsked asked ->
                toUnit(holder(), Role.DISPATCHER, "extension-asked", Map.of("reason", asked.reason()));
            case CaseEvent.ExtensionEndorsed ignored -> toUnit(holder(), Role.LEADER, "extension-endorsed", Map.of());
            case CaseEvent.ExtensionGranted granted ->
                toUnit(holder(), null, "extension-granted", Map.of("dueAt", telling.shown(granted.dueAt())));
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
                toUnit(helper.unitId(), null, "helper-named", Map.of("dueAt", telling.shown(helper.dueAt())));
            case CaseEvent.SponsorNamed sponsor ->
                telling.add(
                        Recipient.staff(sponsor.staffId()),
                        "sponsor-named",
                        withNumber(Map.of("dueAt", telling.shown(sponsor.deadline()))),
                        null,
                        false);
            case CaseEvent.DecisionRequested ignored ->
                toUnit(last(telling.after().territoryPath()), Role.INSPECTOR, "decision-requested", Map.of());
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
        return last(telling.after().holderPath());
    }

    private String above() {
        List<String> path = telling.after().holderPath();
        return path.size() < 2 ? holder() : path.get(path.size() - 2);
    }

    private void toHolder(Hold hold, String subject, Map<String, String> facts) {
        toUnit(hold.unitId(), null, subject, facts);
    }

    private void toReceiver(String subject, Map<String, String> facts) {
        String receiver = telling.audience().receiverId();
        if (receiver != null) {
            telling.add(Recipient.staff(receiver), subject, withNumber(facts), null, false);
        }
    }

    private void toUnit(String unitId, @Nullable Role role, String subject, Map<String, String> facts) {
        toUnit(unitId, role, subject, facts, false);
    }

    private void toUnit(String unitId, @Nullable Role role, String subject, Map<String, String> facts, boolean urgent) {
        if (!unitId.isEmpty()) {
            Recipient to = Recipient.unit(unitId, role == null ? null : role.name());
            telling.add(to, subject, withNumber(facts), null, urgent);
        }
    }

    private Map<String, String> withNumber(Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("caseNumber", telling.after().caseNumber());
        // Staff have many of one kind: the page groups them by it.
        if (telling.after().category() != null) {
            all.put("category", telling.after().category());
        }
        return all;
    }

    private static String last(List<String> path) {
        return path.isEmpty() ? "" : path.getLast();
    }
}
