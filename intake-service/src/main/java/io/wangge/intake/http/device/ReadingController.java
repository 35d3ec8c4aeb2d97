package io.wangge.intake.http.device;

import io.wangge.intake.desk.TakeReadings;
import io.wangge.intake.desk.TakeReadings.Stand;
import io.wangge.intake.device.Device;
import io.wangge.intake.device.Devices;
import io.wangge.intake.device.Reading;
import io.wangge.intake.device.ReadingForms;
import io.wangge.intake.device.ReadingForms.Batch;
import io.wangge.intake.device.ReadingKind;
import io.wangge.intake.http.Allowance;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What devices send; a device shows a key of its own and is no member of staff. */
@RestController
class ReadingController {
    private final TakeReadings take;
    private final Devices devices;
    private final DeviceKeys keys;
    private final Allowance batches;
    private final InstantSource clock;

    ReadingController(
            TakeReadings take, Devices devices, DeviceKeys keys, DeviceSettings settings, InstantSource clock) {
        this.take = take;
        this.devices = devices;
        this.keys = keys;
        this.batches = new Allowance(settings.batchesPerMinute(), Duration.ofMinutes(1));
        this.clock = clock;
    }

    /**
     * @param outOfBounds whether the newest reading is
     * @param reportId of the open alarm; absent when there is none yet
     * @param fired whether this batch opened it
     * @param counted readings out of bounds that the alarm carries
     */
    record KindAnswer(
            String kind, boolean outOfBounds, @Nullable String reportId, boolean fired, long counted) {}

    /** @param index of the reading in the batch, from 0 */
    record RefusedReading(int index, String field, String reason) {}

    /** @param clockSkewSeconds how far the device's clock is ahead; absent when it did not say */
    record BatchAnswer(
            Instant receivedAt,
            @Nullable Long clockSkewSeconds,
            List<KindAnswer> kinds,
            List<RefusedReading> refused) {}

    /** Up to 500 readings; a bad one is refused alone. The same batch again counts nothing twice. */
    @PostMapping("/api/v1/devices/readings")
    BatchAnswer take(
            @RequestHeader(name = "X-Device-Key", required = false) @Nullable String key, @RequestBody Batch batch) {
        Device device = keys.deviceOf(key).orElseThrow(() -> new ProblemException(401, "device-key-wrong"));
        batches.take(device.id());
        FormFields fields = new FormFields();
        String id = fields.uuid("id", batch.id());
        Instant deviceTime = fields.time("deviceTime", batch.deviceTime());
        List<ReadingForms.@Nullable ReadingForm> forms = Objects.requireNonNullElse(batch.readings(), List.of());
        if (forms.isEmpty()) {
            fields.fault(FieldFault.of("readings", "required"));
        } else if (forms.size() > ReadingForms.MOST_READINGS) {
            fields.fault(new FieldFault("readings", "too-many", Map.of("max", ReadingForms.MOST_READINGS)));
        }
        Faults.none(fields);
        List<ReadingKind> kinds = devices.kinds();
        Map<String, ReadingKind> byCode =
                kinds.stream().collect(Collectors.toMap(ReadingKind::code, Function.identity()));
        List<Reading> readings = new ArrayList<>();
        List<RefusedReading> refused = new ArrayList<>();
        for (int index = 0; index < forms.size(); index++) {
            FormFields own = new FormFields();
            Reading reading = ReadingForms.reading(forms.get(index), byCode, own);
            if (own.faults().isEmpty()) {
                readings.add(reading);
            } else {
                FieldFault fault = own.faults().getFirst();
                refused.add(new RefusedReading(index, fault.field(), fault.reason()));
            }
        }
        Instant now = clock.instant();
        List<KindAnswer> answers = take.take(device, id, deviceTime, readings, kinds, Traces.current()).stream()
                .map(ReadingController::answer)
                .toList();
        Long skew =
                deviceTime == null ? null : Duration.between(now, deviceTime).toSeconds();
        return new BatchAnswer(now, skew, answers, refused);
    }

    private static KindAnswer answer(Stand stand) {
        return new KindAnswer(
                stand.kind().code(),
                stand.outOfBounds(),
                stand.alarm().reportId().orElse(null),
                stand.fired(),
                stand.alarm().counted());
    }
}
