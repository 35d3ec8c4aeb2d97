package io.wangge.intake.http.notice;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.desk.Notices;
import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.People;
import io.wangge.intake.http.Faults;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.Delivery;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.Notice;
import io.wangge.intake.notice.NoticeWords;
import io.wangge.intake.notice.Preferences;
import io.wangge.intake.notice.QuietHours;
import io.wangge.intake.notice.SendingRules;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 通知: what the caller is told, as a person and as one of a unit. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {
    static final int PAGE = 30;
    /** Beyond it the badge says 99+. */
    private static final int MOST_COUNTED = 100;

    private static final int MOST_IDS = 200;

    private final Notices notices;
    private final People people;
    private final NoticeWords words;
    private final NoticeStreams streams;
    private final SendingRules rules;

    NoticeController(Notices notices, People people, NoticeWords words, NoticeStreams streams, SendingRules rules) {
        this.notices = notices;
        this.people = people;
        this.words = words;
        this.streams = streams;
        this.rules = rules;
    }

    /** @param nextCursor absent on the last page */
    record ListAnswer(List<NoticeAnswer> items, @Nullable String nextCursor) {}

    @GetMapping
    ListAnswer list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        List<Notices.Read> found =
                notices.page(Addressee.of(caller), reader(caller), unread, placeOf(cursor), PAGE + 1);
        List<NoticeAnswer> items = found.stream()
                .limit(PAGE)
                .map(read -> NoticeAnswer.of(read.notice(), read.read(), words))
                .toList();
        return new ListAnswer(
                items, found.size() > PAGE ? cursorOf(found.get(PAGE - 1).notice()) : null);
    }

    /** @param more true when there are more than are counted */
    record CountAnswer(int unread, boolean more) {}

    @GetMapping("/count")
    CountAnswer count(Caller caller) {
        int unread = notices.unread(Addressee.of(caller), reader(caller), MOST_COUNTED);
        return new CountAnswer(Math.min(unread, MOST_COUNTED - 1), unread >= MOST_COUNTED);
    }

    /** @param ids absent for all */
    record ReadRequest(@Nullable List<@Nullable String> ids) {}

    @PostMapping("/read")
    CountAnswer markRead(@RequestBody ReadRequest request, Caller caller) {
        List<String> ids = request.ids() == null
                ? null
                : request.ids().stream().filter(Objects::nonNull).toList();
        if (ids != null && ids.size() > MOST_IDS) {
            throw Faults.problem(
                    List.of(new io.wangge.intake.report.FieldFault("ids", "too-many", Map.of("max", MOST_IDS))));
        }
        notices.markRead(Addressee.of(caller), reader(caller), ids);
        return count(caller);
    }

    /** Server-sent events: {@code notice} for each new one, comments as heartbeats. */
    @GetMapping(path = "/stream", produces = "text/event-stream")
    ResponseEntity<SseEmitter> stream(Caller caller) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(streams.open(caller));
    }

    /** @param from such as 21:00 @param to such as 08:00; the same twice for none */
    record QuietAnswer(boolean on, String from, String to) {
        static QuietAnswer of(QuietHours quiet) {
            return new QuietAnswer(
                    quiet.on(), quiet.from().toString(), quiet.to().toString());
        }
    }

    /** @param channels that there are @param subjects that may be muted @param quiet the district's hours while nothing was said */
    record PreferencesAnswer(
            Set<String> off, Set<String> muted, List<String> channels, Set<String> subjects, QuietAnswer quiet) {}

    @GetMapping("/preferences")
    PreferencesAnswer preferences(Caller caller) {
        return answer(kept(caller));
    }

    private Preferences kept(Caller caller) {
        String own = reader(caller);
        return people.preferences(List.of(own)).getOrDefault(own, Preferences.NONE);
    }

    record QuietRequest(
            @Nullable Boolean on,
            @Nullable String from,
            @Nullable String to) {}

    /** @param quiet absent for as they are */
    record PreferencesRequest(
            @Nullable List<@Nullable String> off,
            @Nullable List<@Nullable String> muted,
            @Nullable QuietRequest quiet) {}

    @PutMapping("/preferences")
    PreferencesAnswer prefer(@RequestBody PreferencesRequest request, Caller caller) {
        Preferences wanted = new Preferences(
                channelsOf(request.off()),
                subjectsOf(request.muted()),
                request.quiet() == null ? kept(caller).quiet() : quietOf(request.quiet()));
        people.prefer(reader(caller), wanted);
        return answer(wanted);
    }

    private PreferencesAnswer answer(Preferences preferences) {
        return new PreferencesAnswer(
                new TreeSet<>(preferences.off().stream().map(Enum::name).toList()),
                new TreeSet<>(preferences.muted()),
                Arrays.stream(MessageChannel.values()).map(Enum::name).toList(),
                words.subjects(),
                QuietAnswer.of(preferences.quiet() == null ? rules.usualQuiet() : preferences.quiet()));
    }

    private static QuietHours quietOf(QuietRequest quiet) {
        return new QuietHours(
                !Boolean.FALSE.equals(quiet.on()), timeOf("quiet.from", quiet.from()), timeOf("quiet.to", quiet.to()));
    }

    private static LocalTime timeOf(String field, @Nullable String written) {
        if (written == null || !written.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw ProblemException.invalid(field, "not-a-time");
        }
        return LocalTime.parse(written);
    }

    private static Set<MessageChannel> channelsOf(@Nullable List<@Nullable String> named) {
        Set<MessageChannel> off = new HashSet<>();
        for (String name : Objects.requireNonNullElse(named, List.<@Nullable String>of())) {
            off.add(Arrays.stream(MessageChannel.values())
                    .filter(channel -> channel.name().equals(name) && channel != MessageChannel.IN_APP)
                    .findAny()
                    .orElseThrow(() -> Faults.unknownValue("off", "SMS, PUSH, WECHAT")));
        }
        return off;
    }

    private Set<String> subjectsOf(@Nullable List<@Nullable String> named) {
        Set<String> known = words.subjects();
        Set<String> muted = new HashSet<>();
        for (String name : Objects.requireNonNullElse(named, List.<@Nullable String>of())) {
            if (name == null || !known.contains(name)) {
                throw Faults.unknownValue("muted", String.join(", ", known));
            }
            muted.add(name);
        }
        return muted;
    }

    /** For those who run the place: what was sent, to whom in outline, and what came of it. */
    record SendingAnswer(List<SendingLine> items, @Nullable String nextCursor) {}

    record SendingLine(
            String id,
            String subject,
            @Nullable String caseId,
            Instant storedAt,
            @Nullable Instant nextAt,
            List<Delivery> deliveries) {}

    @GetMapping("/sending")
    SendingAnswer sending(@RequestParam(required = false) @Nullable String cursor, Caller caller) {
        if (!caller.has(Role.ADMIN) && !caller.has(Role.AUDITOR)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        List<Notice> found = notices.sending(placeOf(cursor), PAGE + 1);
        return new SendingAnswer(
                found.stream()
                        .limit(PAGE)
                        .map(notice -> new SendingLine(
                                causeOf(notice),
                                notice.subject(),
                                notice.caseId(),
                                notice.storedAt(),
                                notice.nextAt().orElse(null),
                                notice.deliveries()))
                        .toList(),
                found.size() > PAGE ? cursorOf(found.get(PAGE - 1)) : null);
    }

    /** Without the recipient, which may be a telephone. */
    private static String causeOf(Notice notice) {
        return notice.id()
                .substring(0, Math.max(0, notice.id().length() - notice.to().length() - 1));
    }

    private static String reader(Caller caller) {
        return Addressee.staff(caller.staffId());
    }

    private static @Nullable PagePlace placeOf(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty()
                ? null
                : PagePlace.ofCursor(cursor).orElseThrow(() -> ProblemException.invalid("cursor", "not-a-cursor"));
    }

    private static String cursorOf(Notice last) {
        return new PagePlace(last.storedAt(), last.id()).cursor();
    }
}
