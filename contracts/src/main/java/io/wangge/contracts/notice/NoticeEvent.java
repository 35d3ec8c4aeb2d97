package io.wangge.contracts.notice;

import io.wangge.contracts.Event;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code notice/ID}: one each, so that every service may have its own streams on the topic. */
public sealed interface NoticeEvent extends Event {
    String noticeId();

    /**
     * Somebody is to be told something. Said again under the same id, nobody is told again.
     *
     * <p>Who says it chooses no channel and writes no text: intake knows the contacts, the preferences, the quiet hours and
     * the words for {@code subject}.
     *
     * @param noticeId made from what caused it, such as {@code callback-link:ROUND:PERSON}
     * @param subject what it is about, in lower case with dashes; an unknown one is told with its facts alone
     * @param facts what the text names, by name; nothing personal
     * @param link path on the public page, with whatever lets its holder in; never logged
     * @param caseId the case that it leads to; null for what belongs to none
     * @param urgent true: told at night too; absent for no
     * @param expiresAt from when on it is of no use and is not sent any more; null for never
     */
    record Raised(
            String noticeId,
            Recipient to,
            String subject,
            Map<String, String> facts,
            @Nullable String link,
            @Nullable String caseId,
            @Nullable Boolean urgent,
            @Nullable Instant expiresAt)
            implements NoticeEvent {}

    /**
     * Who is to be told.
     *
     * @param id person id, staff id or unit id, by {@code kind}
     * @param role for a unit: only those who have this role there; null for everybody there
     */
    record Recipient(Kind kind, String id, @Nullable String role) {
        public enum Kind {
            RESIDENT,
            STAFF,
            /** Everybody with a role at this very unit, at the moment of telling. */
            UNIT
        }

        public static Recipient resident(String personId) {
            return new Recipient(Kind.RESIDENT, personId, null);
        }

        public static Recipient staff(String staffId) {
            return new Recipient(Kind.STAFF, staffId, null);
        }

        public static Recipient unit(String unitId, @Nullable String role) {
            return new Recipient(Kind.UNIT, unitId, role);
        }
    }
}
