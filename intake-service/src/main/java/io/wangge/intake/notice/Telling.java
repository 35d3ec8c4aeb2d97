package io.wangge.intake.notice;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.intake.notice.CaseNotices.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of a case, and the notices that it becomes. */
final class Telling {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final Envelope<CaseMessage<?>> event;
    private final Audience audience;
    private final ZoneId zone;
    private final List<Told> told;

    Telling(Envelope<CaseMessage<?>> event, Audience audience, ZoneId zone, List<Told> told) {
        this.event = event;
        this.audience = audience;
        this.zone = zone;
        this.told = told;
    }

    CaseEvent what() {
        return event.body().what();
    }

    CaseSummary after() {
        return event.body().after();
    }

    Audience audience() {
        return audience;
    }

    String shown(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    void add(Recipient to, String subject, Map<String, String> facts, @Nullable String link, boolean urgent) {
        Raised raised = new Raised(
                event.id() + ":" + subject, to, subject, facts, link, after().caseId(), urgent ? true : null, null);
        told.add(new Told(raised, event.time()));
    }
}
