package io.wangge.intake.http.notice;

import io.wangge.intake.notice.Notice;
import io.wangge.intake.notice.NoticeWords;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its reader sees it.
 *
 * @param caseId the case to open; absent when it leads to none
 * @param link path on the public page, for a resident
 */
public record NoticeAnswer(
        String id,
        String subject,
        Words title,
        Words text,
        Map<String, String> facts,
        @Nullable String caseId,
        @Nullable String link,
        boolean urgent,
        Instant at,
        boolean read) {

    record Words(String zh, String en) {}

    public static NoticeAnswer of(Notice notice, boolean read, NoticeWords words) {
        String subject = notice.subject();
        Map<String, String> facts = notice.facts();
        return new NoticeAnswer(
                notice.id(),
                subject,
                new Words(words.title(subject, facts, false), words.title(subject, facts, true)),
                new Words(words.text(subject, facts, false), words.text(subject, facts, true)),
                facts,
                notice.caseId(),
                notice.link(),
                notice.urgent(),
                notice.raisedAt(),
                read);
    }
}
