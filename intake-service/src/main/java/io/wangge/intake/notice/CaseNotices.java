package io.wangge.intake.notice;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what happens to a case. Intake hears every event of it anyway, so nobody has to say it again. Residents
 * hear what they wait for: the number, the promised time (服务承诺制), a rework, the outcome. Staff hear what does not stand
 * in their lists by itself, or cannot wait there.
 */
public final class CaseNotices {
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
            Telling telling = new Telling(event, audience, zone, told);
            ToResidents residents = new ToResidents(telling);
            switch (event.body().what()) {
                case CaseEvent.Opened opened when !endsNow -> residents.receipt(opened, promised);
                case CaseEvent.Dispatched dispatched
                when !opensNow && dispatched.dueAt() != null -> residents.promise(dispatched.dueAt());
                default -> residents.tell();
            }
            new ToStaff(telling).tell();
        }
        return told;
    }

    private static @Nullable Instant promise(CaseEvent what) {
        return what instanceof CaseEvent.Dispatched dispatched ? dispatched.dueAt() : null;
    }
}
