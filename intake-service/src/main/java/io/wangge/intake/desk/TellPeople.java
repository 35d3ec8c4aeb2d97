package io.wangge.intake.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.directory.Directory;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.Audience;
import io.wangge.intake.notice.CaseNotices;
import io.wangge.intake.notice.CaseNotices.Told;
import io.wangge.intake.notice.Channels;
import io.wangge.intake.notice.Notice;
import io.wangge.intake.notice.Preferences;
import io.wangge.intake.notice.Reach;
import io.wangge.intake.notice.SendingRules;
import io.wangge.intake.notice.Ways;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Stores what people are to be told, with the ways that it takes. A batch costs two reads and one write. */
public final class TellPeople {
    private final Notices notices;
    private final People people;
    private final Supplier<Optional<Directory>> directory;
    private final CaseNotices caseNotices;
    private final SendingRules rules;
    private final Channels channels;
    private final Consumer<Notice> afterwards;
    private final InstantSource clock;

    /** @param afterwards hears of each notice once it is stored */
    public TellPeople(
            Notices notices,
            People people,
            Supplier<Optional<Directory>> directory,
            CaseNotices caseNotices,
            SendingRules rules,
            Channels channels,
            Consumer<Notice> afterwards,
            InstantSource clock) {
        this.notices = notices;
        this.people = people;
        this.directory = directory;
        this.caseNotices = caseNotices;
        this.rules = rules;
        this.channels = channels;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** What happened to cases; told again, it is told nobody twice. */
    public void ofCases(List<Envelope<CaseMessage<?>>> events) {
        Map<String, List<Envelope<CaseMessage<?>>>> byCase = events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.body().after().caseId(), LinkedHashMap::new, Collectors.toList()));
        followMerges(events);
        List<String> asked = byCase.entrySet().stream()
                .filter(entry -> CaseNotices.needsAudience(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Audience> audiences = asked.isEmpty() ? Map.of() : people.audiences(asked);
        List<Told> told = new ArrayList<>();
        byCase.forEach((caseId, ofCase) ->
                told.addAll(caseNotices.of(ofCase, audiences.getOrDefault(caseId, Audience.NOBODY))));
        tell(told);
    }

    private void followMerges(List<Envelope<CaseMessage<?>>> events) {
        for (Envelope<CaseMessage<?>> event : events) {
            String caseId = event.body().after().caseId();
            switch (event.body().what()) {
                case CaseEvent.CaseJoined joined -> people.follow(caseId, joined.caseId(), joined.residentIds());
                case CaseEvent.CaseParted parted -> people.unfollow(caseId, parted.residentIds());
                default -> {}
            }
        }
    }

    /** What somebody wants told. */
    public void tell(List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        Directory now = directory.get().orElse(null);
        Map<Told, String> recipients = new LinkedHashMap<>();
        told.forEach(one -> recipients.put(one, Addressee.of(one.raised().to(), now)));
        store(recipients);
    }

    /** To somebody of whom only the telephone is known. */
    public void tell(Told told, String phone) {
        store(Map.of(told, Addressee.phone(phone)));
    }

    private void store(Map<Told, String> recipients) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        // Only what leaves the page needs to know how.
        Set<String> sent = recipients.entrySet().stream()
                .filter(entry -> rules.leaves(entry.getKey().raised().subject()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        Map<String, Reach> reach = sent.isEmpty() ? Map.of() : people.reach(sent);
        Map<String, Preferences> preferences = reach.isEmpty() ? Map.of() : people.preferences(reach.keySet());
        List<Notice> all = new ArrayList<>();
        recipients.forEach((one, to) -> all.add(Ways.plan(
                one.raised(),
                to,
                reach.getOrDefault(to, Reach.NONE),
                preferences.getOrDefault(to, Preferences.NONE),
                channels,
                rules,
                one.at(),
                now)));
        notices.add(all);
        all.forEach(afterwards);
    }
}
