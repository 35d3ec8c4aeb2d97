package io.wangge.intake.notice;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Residents hear what they wait for: the number, the promised time (服务承诺制), a rework, the outcome. */
final class ToResidents {
    private final Telling telling;

    ToResidents(Telling telling) {
        this.telling = telling;
    }

    void receipt(CaseEvent.Opened opened, @Nullable Instant promised) {
        if (opened.residentId() == null) {
            return;
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("trackingNumber", opened.trackingNumber());
        if (promised != null) {
            facts.put("dueAt", telling.shown(promised));
        }
        telling.add(
                Recipient.resident(opened.residentId()),
                promised == null ? "receipt" : "receipt-with-promise",
                facts,
                tracking(opened.trackingNumber()),
                false);
    }

    /** The resident of a case that was opened before is known from its report. */
    void promise(Instant dueAt) {
        toResidents("promise", Map.of("dueAt", telling.shown(dueAt)));
    }

    void tell() {
        switch (telling.what()) {
            case CaseEvent.Closed closed -> toResidents(outcome(closed.reason()), Map.of());
            case CaseEvent.Reworked ignored -> toResidents("rework", Map.of());
            case CaseEvent.Reopened ignored -> toResidents("reopened", Map.of());
            case CaseEvent.NotFiled ignored -> toResidents("not-filed", Map.of());
            case CaseEvent.Cancelled ignored -> toResidents("cancelled", Map.of());
            case CaseEvent.ReferredOutside referred -> toResidents("referred-outside", Map.of("body", referred.body()));
            case CaseEvent.MergedInto ignored -> toResidents("merged", Map.of());
            case CaseEvent.CriticismReplied ignored -> toResidents("criticism-replied", Map.of());
            case CaseEvent.Suspended suspended ->
                toResidents("suspended", Map.of("until", telling.shown(suspended.until())));
            case CaseEvent.ExtensionGranted granted ->
                toResidents("extended", Map.of("dueAt", telling.shown(granted.dueAt())));
            default -> {}
        }
    }

    private void toResidents(String subject, Map<String, String> more) {
        telling.audience().residents().forEach((person, number) -> {
            Map<String, String> facts = new HashMap<>(more);
            facts.put("trackingNumber", number);
            telling.add(Recipient.resident(person), subject, facts, tracking(number), false);
        });
    }

    private static String outcome(CloseReason reason) {
        return reason == CloseReason.DECIDED ? "closed-by-decision" : "closed";
    }

    private static @Nullable String tracking(String number) {
        return number.isEmpty() ? null : "/public.html#/track/" + number;
    }
}
