package io.wangge.intake.device;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one device stands with one kind of reading: as long as its case is open, whatever it reads is counted onto that.
 *
 * @param run which alarm of the device this is, from 1; 0 before the first
 * @param inARow readings out of bounds since the last one within
 * @param counted readings out of bounds that the present alarm carries
 * @param lastValue of the newest reading
 * @param worst of the present alarm, the farthest out of bounds
 * @param text of the present alarm's report; null while there is none
 * @param filed whether the report of the present alarm was stored
 * @param batches ids of the last batches, so that a repeat counts nothing
 * @param version guards the write
 */
public record Alarm(
        String deviceId,
        String kind,
        long run,
        int inARow,
        long counted,
        @Nullable Double lastValue,
        @Nullable Double worst,
        @Nullable String text,
        @Nullable Instant since,
        boolean filed,
        List<String> batches,
        long version) {
    private static final int REMEMBERED_BATCHES = 16;

    public Alarm {
        batches = List.copyOf(batches);
    }

    public static Alarm none(String deviceId, String kind) {
        return new Alarm(deviceId, kind, 0, 0, 0, null, null, null, null, true, List.of(), 0);
    }

    /** Of the present alarm: the same one however often it is filed. */
    public Optional<String> reportId() {
        return run == 0
                ? Optional.empty()
                : Optional.of(UUID.nameUUIDFromBytes(
                                ("alarm/" + deviceId + "/" + kind + "/" + run).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    /** What a batch of readings makes of it. */
    public record Step(Alarm after, boolean fired) {}

    /**
     * @param readings of this kind, oldest first
     * @param caseIsOver whether the present alarm's case is over, so that the next one opens another
     * @param by how the device's clock is off, for the report; empty when it is not
     */
    public Step after(
            String batchId,
            List<Reading> readings,
            ReadingKind of,
            Device device,
            boolean caseIsOver,
            String by,
            Instant now) {
        if (batches.contains(batchId)) {
            return new Step(this, false);
        }
        boolean open = run > 0 && !caseIsOver;
        int row = inARow;
        long more = 0;
        Double newest = lastValue;
        Double farthest = open ? worst : null;
        boolean fires = false;
        for (Reading reading : readings) {
            newest = reading.value();
            boolean out = of.isOutOfBounds(reading.value());
            row = out ? row + 1 : 0;
            if (out) {
                more++;
                farthest = farther(farthest, reading.value(), of);
                fires = fires || (!open && row >= of.inARow());
            }
        }
        Double shown = fires ? farthest : (open ? farthest : worst);
        return new Step(
                new Alarm(
                        deviceId,
                        kind,
                        fires ? run + 1 : run,
                        row,
                        fires ? more : (open ? counted + more : counted),
                        newest,
                        shown,
                        fires ? wording(device, of, farthest, run, by) : text,
                        fires ? now : since,
                        !fires && filed,
                        remembered(batchId),
                        version + 1),
                fires);
    }

    private static Double farther(@Nullable Double one, double other, ReadingKind of) {
        if (one == null) {
            return other;
        }
        boolean upward = of.above() != null && other > of.above();
        return upward ? Math.max(one, other) : Math.min(one, other);
    }

    private static String wording(Device device, ReadingKind of, @Nullable Double value, long before, String by) {
        String bound = of.above() != null && value != null && value > of.above()
                ? "高于 " + number(of.above())
                : "低于 " + number(of.below());
        return "感知设备告警：%s（%s）%s %s%s，%s%s。%s%s"
                .formatted(
                        device.name(),
                        device.id(),
                        of.nameZh(),
                        number(value),
                        of.unit(),
                        bound,
                        of.unit(),
                        before == 0 ? "" : "此前已告警 " + before + " 次。",
                        by);
    }

    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : new java.math.BigDecimal(value.toString())
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private List<String> remembered(String batchId) {
        List<String> all = new java.util.ArrayList<>(batches);
        all.add(batchId);
        return all.subList(Math.max(0, all.size() - REMEMBERED_BATCHES), all.size());
    }

    /** Its report stands. */
    public Alarm withReport() {
        return new Alarm(
                deviceId, kind, run, inARow, counted, lastValue, worst, text, since, true, batches, version + 1);
    }
}
