package io.wangge.intake.desk;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.intake.device.Alarm;
import io.wangge.intake.device.Device;
import io.wangge.intake.device.Devices;
import io.wangge.intake.device.Reading;
import io.wangge.intake.device.ReadingKind;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportReading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in what devices read: one broken sensor makes one case, and counts onto it until that is over. */
public final class TakeReadings {
    private static final int TRIED = 40;
    /** A merged case is carried by another; somebody looks into that for so long before the sensor speaks again. */
    private static final Duration MERGED_QUIET = Duration.ofDays(7);
    /** What is less comes from the way of the message. */
    private static final long UNREMARKABLE_SECONDS = 120;

    private static final Duration STUCK = Duration.ofSeconds(10);

    private final Devices devices;
    private final Reports reports;
    private final TakeInReport takeIn;
    private final Supplier<Directory> directory;
    private final InstantSource clock;

    public TakeReadings(
            Devices devices, Reports reports, TakeInReport takeIn, Supplier<Directory> directory, InstantSource clock) {
        this.devices = devices;
        this.reports = reports;
        this.takeIn = takeIn;
        this.directory = directory;
        this.clock = clock;
    }

    /** How one kind stands after a batch. @param fired whether this batch opened the alarm */
    public record Stand(ReadingKind kind, Alarm alarm, boolean outOfBounds, boolean fired) {}

    /**
     * @param deviceTime its clock at this moment; noted, and used for nothing but its own order
     * @param readings of known kinds
     */
    public List<Stand> take(
            Device device,
            String batchId,
            @Nullable Instant deviceTime,
            List<Reading> readings,
            List<ReadingKind> kinds,
            @Nullable String traceparent) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Long skew =
                deviceTime == null ? null : Duration.between(now, deviceTime).toSeconds();
        devices.heard(device.id(), now, skew);
        List<Stand> stands = new ArrayList<>();
        for (ReadingKind kind : kinds) {
            List<Reading> own = readings.stream()
                    .filter(reading -> reading.kind().equals(kind.code()))
                    .sorted(Comparator.comparing(
                            reading -> Optional.ofNullable(reading.at()).orElse(Instant.MAX)))
                    .toList();
            if (!own.isEmpty()) {
                stands.add(step(device, batchId, own, kind, wordsOf(skew), now, traceparent));
            }
        }
        return stands;
    }

    private static String wordsOf(@Nullable Long skewSeconds) {
        return skewSeconds == null || Math.abs(skewSeconds) <= UNREMARKABLE_SECONDS
                ? ""
                : "设备时钟偏差 " + skewSeconds / 60 + " 分钟。";
    }

    private Stand step(
            Device device,
            String batchId,
            List<Reading> own,
            ReadingKind kind,
            String by,
            Instant now,
            @Nullable String traceparent) {
        for (int tried = 0; tried < TRIED; tried++) {
            Alarm before =
                    devices.alarm(device.id(), kind.code()).orElseGet(() -> Alarm.none(device.id(), kind.code()));
            boolean out = own.stream().anyMatch(reading -> kind.isOutOfBounds(reading.value()));
            // Only what is out of bounds could open another case.
            boolean over =
                    out && before.reportId().filter(id -> isOver(id, now)).isPresent();
            Alarm.Step step = before.after(batchId, own, kind, device, over, by, now);
            if (step.after().equals(before) || devices.replace(before, step.after())) {
                Alarm stands = step.after().filed() ? step.after() : file(device, kind, step.after(), traceparent);
                return new Stand(kind, stands, kind.isOutOfBounds(own.getLast().value()), step.fired());
            }
        }
        throw new IllegalStateException("The alarm of " + device.id() + " is written by too many at once");
    }

    /** A report that is not here yet is on its way. */
    private boolean isOver(String reportId, Instant now) {
        return reports.find(reportId)
                .map(Report::standing)
                .filter(standing -> isOver(standing, now))
                .isPresent();
    }

    private static boolean isOver(CaseStanding standing, Instant now) {
        return standing.state() == CaseState.MERGED
                ? standing.updatedAt().plus(MERGED_QUIET).isBefore(now)
                : standing.state().isOver();
    }

    /** Files what was left over when somebody died between an alarm and its report. */
    public void fileLeftOver() {
        for (Alarm alarm : devices.unfiled(clock.instant().minus(STUCK), 100)) {
            Optional<Device> device = devices.find(alarm.deviceId());
            Optional<ReadingKind> kind = devices.kinds().stream()
                    .filter(known -> known.code().equals(alarm.kind()))
                    .findAny();
            if (device.isPresent() && kind.isPresent()) {
                file(device.get(), kind.get(), alarm, null);
            }
        }
    }

    private Alarm file(Device device, ReadingKind kind, Alarm alarm, @Nullable String traceparent) {
        ReportReading reading = ReportReading.of(report(device, kind, alarm), clock.instant());
        if (!(reading instanceof ReportReading.Readable readable)) {
            throw new IllegalStateException("An alarm of " + device.id() + " makes no report: " + reading);
        }
        boolean stands = switch (takeIn.take(keeper(device), readable.report(), traceparent)) {
            case TakenIn.New taken -> true;
            case TakenIn.Repeated repeated -> true;
            // It stands under the keeper of then.
            case TakenIn.NotAllowed other -> true;
            case TakenIn.Faulty faulty -> throw new IllegalStateException("An alarm makes no report: " + faulty);
            // The next batch, or the sweep, tries again.
            case TakenIn.Unknown unknown -> false;
        };
        if (!stands) {
            return alarm;
        }
        Alarm filed = alarm.withReport();
        return devices.replace(alarm, filed)
                ? filed
                : devices.alarm(device.id(), kind.code()).orElse(filed);
    }

    /** Somebody who has left is still the one on record, for the unit of the device. */
    private Caller keeper(Device device) {
        return directory
                .get()
                .caller(device.keeperId())
                .filter(known -> !known.grants().isEmpty())
                .orElseGet(() -> new Caller(
                        device.keeperId(),
                        device.keeperId(),
                        List.of(new Grant(Role.HANDLER, List.of(device.unitId())))));
    }

    private static ReportForm report(Device device, ReadingKind kind, Alarm alarm) {
        Position location = device.location() == null
                ? null
                : new Position("Point", List.copyOf(device.location().coordinates()));
        return new ReportDraft(alarm.reportId().orElseThrow())
                .category(kind.category())
                .text(alarm.text())
                .location(location)
                .gridCode(device.gridCode())
                .urgency(kind.urgency().name())
                .channel(Channel.SENSOR.name())
                .assetId(device.assetId())
                .source(new Origin(device.id(), null))
                .form();
    }
}
