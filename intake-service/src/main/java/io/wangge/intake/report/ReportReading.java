package io.wangge.intake.report;

import static io.wangge.intake.report.Wording.trimmed;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.PhoneNumber;
import io.wangge.intake.place.CoordinateSystem;
import io.wangge.intake.report.NewReport.Settlement;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of reading a form: a report, or everything that is wrong with it. */
public sealed interface ReportReading {
    record Readable(NewReport report) implements ReportReading {}

    record Faulty(List<FieldFault> faults) implements ReportReading {}

    /** @param now by the clock of the service, to judge the time of observation */
    static ReportReading of(ReportForm form, Instant now) {
        List<FieldFault> faults = ReportRules.faultsOf(form, now);
        return faults.isEmpty() ? new Readable(normalForm(form)) : new Faulty(faults);
    }

    private static NewReport normalForm(ReportForm form) {
        String observedAt = form.observedAt();
        String urgency = form.urgency();
        String channel = form.channel();
        String nature = form.nature();
        return new NewReport(
                lower(Objects.requireNonNull(form.id())),
                trimmed(form.category()),
                Objects.requireNonNull(trimmed(form.text())),
                point(form.location()),
                trimmed(form.gridCode()),
                urgency == null ? Urgency.NORMAL : Urgency.valueOf(urgency),
                channel == null ? null : Channel.valueOf(channel),
                nature == null ? null : Nature.valueOf(nature),
                settlement(form.settledOnSpot()),
                observedAt == null ? null : Wording.time(observedAt).orElseThrow(),
                contact(form.resident()),
                trimmed(form.assetId()),
                Boolean.TRUE.equals(form.hardCase()),
                details(form));
    }

    /** The one shared value for the many reports that have none. */
    private static ReportDetails details(ReportForm form) {
        Origin source = form.source();
        ReportDetails details = new ReportDetails(
                form.coordinateSystem() == null
                        ? CoordinateSystem.WGS84
                        : CoordinateSystem.valueOf(form.coordinateSystem()),
                form.accuracyMetres(),
                trimmed(form.address()),
                timeOf(form.deviceTime()),
                trimmed(form.agentId()),
                source == null ? null : trimmed(source.reference()),
                source == null ? null : timeOf(source.answerBy()),
                Boolean.TRUE.equals(form.anonymous()));
        return details.equals(ReportDetails.NONE) ? ReportDetails.NONE : details;
    }

    private static @Nullable Instant timeOf(@Nullable String written) {
        return written == null ? null : Wording.time(written).orElseThrow();
    }

    private static String lower(String uuid) {
        return uuid.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable GeoPoint point(@Nullable Position location) {
        if (location == null) {
            return null;
        }
        List<@Nullable Double> pair = Objects.requireNonNull(location.coordinates());
        // Adding zero turns -0.0 into 0.0, so that the same place is the same content.
        return GeoPoint.of(Objects.requireNonNull(pair.get(0)) + 0.0, Objects.requireNonNull(pair.get(1)) + 0.0);
    }

    private static @Nullable Settlement settlement(@Nullable OnSpot onSpot) {
        if (onSpot == null) {
            return null;
        }
        List<@Nullable String> ids = Objects.requireNonNullElse(onSpot.attachmentIds(), List.of());
        return new Settlement(
                Objects.requireNonNull(trimmed(onSpot.text())),
                ids.stream().map(Objects::requireNonNull).toList());
    }

    /** An empty object names nobody. */
    private static @Nullable Contact contact(@Nullable Resident resident) {
        if (resident == null) {
            return null;
        }
        String name = trimmed(resident.name());
        String phone = trimmed(resident.phone());
        String personId = trimmed(resident.personId());
        if (name == null && phone == null && personId == null) {
            return null;
        }
        return new Contact(
                name,
                phone == null ? null : PhoneNumber.normalise(phone).orElseThrow(),
                personId == null ? null : lower(personId));
    }
}
