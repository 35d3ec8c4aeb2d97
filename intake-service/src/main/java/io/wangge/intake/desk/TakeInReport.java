package io.wangge.intake.desk;

import static io.wangge.contracts.Urgency.EMERGENCY;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Refused;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.report.ReportEvent.Source;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import io.wangge.intake.place.Maps;
import io.wangge.intake.place.Placement;
import io.wangge.intake.place.Territory;
import io.wangge.intake.report.AsGiven;
import io.wangge.intake.report.ContentHash;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.NewReport.Settlement;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportDetails;
import io.wangge.intake.report.TrackingNumber;
import io.wangge.intake.suggestion.UrgentWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a report: any signed-in member of staff may send one, from anywhere. Sent again, by the same person and with
 * the same content, it gives the first answer; everything else under a taken id is refused.
 */
public final class TakeInReport {
    private static final int NUMBERS_TRIED = 3;

    private final Reports reports;
    private final Persons persons;
    private final RunningNumbers numbers;
    private final RandomSource random;
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Supplier<UrgentWords> urgentWords;
    private final Maps maps = new Maps();

    /**
     * @param zone of the district, in which a day's numbers begin
     * @param urgentWords of the moment
     */
    public TakeInReport(
            Reports reports,
            Persons persons,
            RunningNumbers numbers,
            RandomSource random,
            Supplier<Directory> directory,
            InstantSource clock,
            ZoneId zone,
            Supplier<UrgentWords> urgentWords) {
        this.reports = reports;
        this.persons = persons;
        this.numbers = numbers;
        this.random = random;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
        this.urgentWords = urgentWords;
    }

    /** @param traceparent trace of the request, carried on to whoever hears of the report */
    public TakenIn take(Caller caller, NewReport report, @Nullable String traceparent) {
        return caller.grants().isEmpty()
                ? new TakenIn.NotAllowed(Refused.of("not-allowed"))
                : take(new Sender.Staff(caller), report, traceparent);
    }

    /**
     * As {@link #take}, from somebody who is not of the staff, whom the door has let in. The report names its channel.
     *
     * @param sender the same for every try: a repeat is one of the same sender's
     */
    public TakenIn takeFromOutside(Actor sender, NewReport report, @Nullable String traceparent) {
        return take(new Sender.Outside(sender), report, traceparent);
    }

    private TakenIn take(Sender caller, NewReport report, @Nullable String traceparent) {
        String hash = ContentHash.of(report);
        // Looked up first: a repeat must leave no trace, neither a person nor a number.
        Optional<Report> earlier = reports.find(report.id());
        if (earlier.isPresent()) {
            return answerRepeat(earlier.get(), caller, hash);
        }
        Contact contact = report.contact();
        List<FieldFault> unknown = unknownPeople(report);
        if (!unknown.isEmpty()) {
            return new TakenIn.Faulty(unknown);
        }
        String residentId = contact == null ? null : residentOf(contact);
        return store(caller, report, hash, residentId, traceparent);
    }

    private List<FieldFault> unknownPeople(NewReport report) {
        List<FieldFault> faults = new ArrayList<>();
        Contact contact = report.contact();
        String person = contact == null ? null : contact.personId();
        if (person != null && !persons.knows(person)) {
            faults.add(FieldFault.of("resident.personId", "unknown-person"));
        }
        String agent = report.details().agentId();
        if (agent != null && directory.get().caller(agent).isEmpty()) {
            faults.add(FieldFault.of("agentId", "unknown-staff"));
        }
        return faults;
    }

    private String residentOf(Contact contact) {
        String known = contact.personId();
        return known == null ? persons.identify(contact, random.personId()) : known;
    }

    private TakenIn store(
            Sender caller, NewReport report, String hash, @Nullable String residentId, @Nullable String traceparent) {
        for (int tried = 0; tried < NUMBERS_TRIED; tried++) {
            String raisedBy = raisedBy(report);
            Received received = received(caller, report, residentId, raisedBy == null ? report.urgency() : EMERGENCY);
            Report taken = new Report(received, hash, null, AsGiven.of(report, received.receivedAt(), raisedBy));
            var event = new Envelope<>(Streams.report(report.id()), 1, received.receivedAt(), traceparent, received);
            switch (reports.add(taken, event)) {
                case STORED -> {
                    return new TakenIn.New(taken);
                }
                case ID_TAKEN -> {
                    return reports.find(report.id())
                            .map(earlier -> answerRepeat(earlier, caller, hash))
                            .orElseGet(TakenIn.Unknown::new);
                }
                case UNKNOWN -> {
                    return new TakenIn.Unknown();
                }
                case NUMBER_TAKEN -> {
                    // The next number; taken ones come from a restored backup of the series only.
                }
            }
        }
        return new TakenIn.Unknown();
    }

    private static TakenIn answerRepeat(Report earlier, Sender caller, String hash) {
        return earlier.isRepeatedBy(caller.id(), hash)
                ? new TakenIn.Repeated(earlier)
                : new TakenIn.NotAllowed(Refused.of("same-id-other-content"));
    }

    /** What is settled already needs no haste. */
    private @Nullable String raisedBy(NewReport report) {
        return report.urgency() == EMERGENCY || report.settledOnSpot() != null
                ? null
                : urgentWords.get().in(report.text()).orElse(null);
    }

    private Received received(Sender sender, NewReport report, @Nullable String residentId, Urgency urgency) {
        Directory now = directory.get();
        GeoPoint position = positionOf(report);
        Channel channel = sender.channelOf(report);
        Placement place = Placement.of(position, report.gridCode(), maps.of(now));
        // A position outside every grid says where it is: not with the worker.
        if (position == null
                && report.gridCode() == null
                && FirstReceiver.walks(channel)
                && sender instanceof Sender.Staff(Caller caller)) {
            place = new Placement(FirstReceiver.ownGrid(caller, now), null);
        }
        Instant receivedAt = Instant.ofEpochMilli(clock.millis());
        return new Received(
                report.id(),
                TrackingNumber.on(receivedAt, zone, numbers::next),
                channel,
                report.nature(),
                report.category(),
                new Erasable(report.text(), random.salt()),
                position,
                place.gridCode(),
                place.claimedGridCode(),
                urgency,
                sender.actor(Territory.pathOf(place.gridCode(), now)),
                residentId,
                settlement(report.settledOnSpot()),
                receivedAt,
                AsGiven.observedAt(report, receivedAt),
                report.assetId(),
                report.hardCase() ? true : null,
                circumstances(report.details()));
    }

    private static @Nullable GeoPoint positionOf(NewReport report) {
        GeoPoint given = report.location();
        return given == null ? null : report.details().system().toWgs84(given);
    }

    private @Nullable Circumstances circumstances(ReportDetails details) {
        String reference = details.reference();
        String address = details.address();
        if (reference == null && address == null && details.agentId() == null && details.accuracyMetres() == null) {
            return null;
        }
        return new Circumstances(
                details.agentId(),
                reference == null ? null : new Source(reference, details.answerBy()),
                address == null ? null : new Erasable(address, random.salt()),
                details.accuracyMetres());
    }

    private @Nullable OnSpotSettlement settlement(@Nullable Settlement onSpot) {
        return onSpot == null
                ? null
                : new OnSpotSettlement(new Erasable(onSpot.text(), random.salt()), onSpot.attachmentIds());
    }
}
