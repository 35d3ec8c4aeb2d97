package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallRules;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import io.wangge.intake.report.Report;
import io.wangge.intake.reveal.Reveal;
import io.wangge.intake.reveal.RevealRules;
import io.wangge.intake.reveal.Reveals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a resident's contact: allowed first, written down second, shown last. */
public final class RevealContact {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Reveals reveals;
    private final Reports reports;
    private final ReadReports reading;
    private final Persons persons;
    private final Notices notices;
    private final RandomSource random;
    private final InstantSource clock;
    private final int mostPerHour;

    /** @param mostPerHour looks of one person; who calls back makes some ten calls an hour */
    public RevealContact(
            Reveals reveals,
            Reports reports,
            ReadReports reading,
            Persons persons,
            Notices notices,
            RandomSource random,
            InstantSource clock,
            int mostPerHour) {
        this.reveals = reveals;
        this.reports = reports;
        this.reading = reading;
        this.persons = persons;
        this.notices = notices;
        this.random = random;
        this.clock = clock;
        this.mostPerHour = mostPerHour;
    }

    /** What comes of asking. */
    public sealed interface Outcome {
        record Shown(Reveal reveal, Contact contact) implements Outcome {
            /** Never the contact. */
            @Override
            public String toString() {
                return "Shown[" + reveal.id() + "]";
            }
        }

        /** 403, or 429 for {@link RevealRules#TOO_MANY}. */
        record NotAllowed(Refused refused) implements Outcome {}

        /** 404: there is no such case or call for the caller. */
        record NotFound() implements Outcome {}

        /** 409: something else was asked under this id. */
        record OtherContent() implements Outcome {}

        /** 503: the same once more. */
        record Unknown() implements Outcome {}
    }

    /** @param named which resident, where the round asks several; empty for the only one */
    public Outcome forRound(
            Caller caller, String id, String roundId, String named, String reason, @Nullable String traceparent) {
        int dot = roundId.lastIndexOf('.');
        String caseId = dot < 0 ? roundId : roundId.substring(0, dot);
        Optional<Report> found = reports.find(caseId).filter(report -> reading.mayRead(caller, report));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Report report = found.get();
        Optional<Refused> refused = RevealRules.forRound(
                caller, report, roundId, notices.told(RevealRules.visitNotice(roundId), Addressee.of(caller)));
        if (refused.isPresent()) {
            return new Outcome.NotAllowed(refused.get());
        }
        return RevealRules.residentOf(report, named)
                .map(resident -> show(caller, id, resident, caseId, roundId, null, reason, traceparent))
                .orElseGet(() -> new Outcome.NotAllowed(Refused.of(RevealRules.UNKNOWN_RESIDENT)));
    }

    public Outcome forCall(Caller caller, String id, Call call, String reason, @Nullable String traceparent) {
        Optional<Refused> refused = CallRules.mayWorkOn(call, caller, clock.instant());
        if (refused.isPresent()) {
            return new Outcome.NotAllowed(refused.get());
        }
        String person = call.personId();
        return person == null
                ? new Outcome.NotAllowed(Refused.of(RevealRules.UNKNOWN_RESIDENT))
                : show(caller, id, person, null, null, call.id(), reason, traceparent);
    }

    private Outcome show(
            Caller caller,
            String id,
            String residentId,
            @Nullable String caseId,
            @Nullable String roundId,
            @Nullable String callId,
            String reason,
            @Nullable String traceparent) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        if (reveals.countOf(caller.staffId(), now.minus(HOUR)) >= mostPerHour) {
            return new Outcome.NotAllowed(
                    new Refused(RevealRules.TOO_MANY, Map.of("most", mostPerHour, "retryAfterSeconds", 600)));
        }
        Optional<Contact> contact = persons.contactOf(residentId);
        if (contact.isEmpty()) {
            return new Outcome.NotAllowed(Refused.of(RevealRules.UNKNOWN_RESIDENT));
        }
        String unit = caller.units().stream().sorted().findFirst().orElse(null);
        Actor by = Actor.staff(caller.staffId(), unit);
        Reveal asked =
                new Reveal(id, residentId, caseId, roundId, callId, by, new Erasable(reason, random.salt()), now);
        return reveals.add(asked, traceparent)
                .map(stands -> stands.isRepeatedBy(asked)
                        ? new Outcome.Shown(stands, contact.get())
                        : new Outcome.OtherContent())
                .orElseGet(Outcome.Unknown::new);
    }
}
