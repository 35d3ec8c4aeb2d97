package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.alike.Follower;
import io.wangge.intake.alike.Followers;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.ContentHash;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.TrackingNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "Follow this one instead": no second case, but a number and the outcome for whoever would have reported it again. */
public final class FollowReport {
    private static final int NUMBERS_TRIED = 3;
    private final Reports reports;
    private final ReadReports reading;
    private final Followers followers;
    private final People people;
    private final Persons persons;
    private final RunningNumbers numbers;
    private final RandomSource random;
    private final InstantSource clock;
    private final ZoneId zone;

    public FollowReport(
            Reports reports,
            ReadReports reading,
            Followers followers,
            People people,
            Persons persons,
            RunningNumbers numbers,
            RandomSource random,
            InstantSource clock,
            ZoneId zone) {
        this.reports = reports;
        this.reading = reading;
        this.followers = followers;
        this.people = people;
        this.persons = persons;
        this.numbers = numbers;
        this.random = random;
        this.clock = clock;
        this.zone = zone;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record New(Follower follower) implements Outcome {}

        record Repeated(Follower follower) implements Outcome {}

        record NotAllowed(Refused refused) implements Outcome {}

        record Faulty(List<FieldFault> faults) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * @param reportId what is followed
     * @param instead what would have been reported: id, contact and text of it count
     * @param text null when there was nothing to add
     */
    public Outcome follow(Caller caller, String reportId, NewReport instead, @Nullable String text) {
        if (caller.grants().isEmpty()) {
            return no("not-allowed");
        }
        String hash = ContentHash.of(instead);
        Optional<Follower> earlier = followers.find(instead.id());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), caller, reportId, hash);
        }
        // One id is one deed: who has reported it does not follow with the same id.
        if (reports.find(instead.id()).isPresent()) {
            return no("same-id-other-content");
        }
        Optional<Report> followed = reports.find(reportId).filter(report -> mayHear(caller, report));
        if (followed.isEmpty()) {
            return no("not-found");
        }
        if (followed.flatMap(Report::caseStanding)
                .map(CaseStanding::state)
                .map(state -> state.isOver())
                .orElse(false)) {
            return no("followed-over");
        }
        Contact contact = instead.contact();
        String known = contact == null ? null : contact.personId();
        if (known != null && !persons.knows(known)) {
            return new Outcome.Faulty(List.of(FieldFault.of("resident.personId", "unknown-person")));
        }
        String residentId =
                contact == null ? null : known == null ? persons.identify(contact, random.personId()) : known;
        return store(caller, reportId, instead.id(), residentId, text, hash);
    }

    private Outcome store(
            Caller caller,
            String reportId,
            String id,
            @Nullable String residentId,
            @Nullable String text,
            String hash) {
        for (int tried = 0; tried < NUMBERS_TRIED; tried++) {
            Instant now = Instant.ofEpochMilli(clock.millis());
            Follower follower = new Follower(
                    id,
                    reportId,
                    TrackingNumber.on(now, zone, numbers::next),
                    caller.staffId(),
                    residentId,
                    text,
                    now,
                    hash);
            // First: who hears too much after a crash is better off than who never hears.
            if (residentId != null) {
                people.follow(reportId, residentId, follower.trackingNumber());
            }
            if (followers.add(follower)) {
                return new Outcome.New(follower);
            }
            Optional<Follower> earlier = followers.find(id);
            if (earlier.isPresent()) {
                return repeated(earlier.get(), caller, reportId, hash);
            }
        }
        return new Outcome.Unknown();
    }

    private static Outcome repeated(Follower earlier, Caller caller, String reportId, String hash) {
        boolean same = earlier.staffId().equals(caller.staffId())
                && earlier.reportId().equals(reportId)
                && earlier.contentHash().equals(hash);
        return same ? new Outcome.Repeated(earlier) : no("same-id-other-content");
    }

    private boolean mayHear(Caller caller, Report report) {
        return report.received().nature() != Nature.TIP_OFF || reading.mayRead(caller, report);
    }

    private static Outcome no(String code) {
        return new Outcome.NotAllowed(Refused.of(code));
    }

    /** One's own, and those of reports that one may read. */
    public Optional<Follower> find(Caller caller, String id) {
        return followers
                .find(id)
                .filter(follower -> follower.staffId().equals(caller.staffId())
                        || reports.find(follower.reportId())
                                .map(report -> reading.mayRead(caller, report))
                                .orElse(false));
    }

    public Optional<Report> followed(Follower follower) {
        return reports.find(follower.reportId());
    }

    /** @param count up to {@link Followers#COUNTED} @param first the first ones */
    public record Following(int count, List<Follower> first) {}

    /** Empty when the caller may not read the report. */
    public Optional<Following> of(Caller caller, String reportId, int atMost) {
        return reports.find(reportId)
                .filter(report -> reading.mayRead(caller, report))
                .map(report -> new Following(followers.count(reportId), followers.of(reportId, atMost)));
    }
}
