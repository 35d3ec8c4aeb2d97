package io.wangge.intake.device;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import io.wangge.intake.report.ReportForm.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What devices and their keepers send. */
public final class ReadingForms {
    public static final int MOST_READINGS = 500;
    private static final int CODE = 64;
    private static final int NAME = 60;
    private static final double LARGEST = 1e12;

    private ReadingForms() {}

    /** @param at RFC 3339 by the device's clock */
    public record ReadingForm(
            @Nullable String kind,
            @Nullable Double value,
            @Nullable String at) {}

    /**
     * @param id made by the device, so that a batch may come again
     * @param deviceTime RFC 3339: its clock at this moment
     */
    public record Batch(
            @Nullable String id,
            @Nullable String deviceTime,
            java.util.@Nullable List<@Nullable ReadingForm> readings) {}

    /** @param known by code */
    public static Reading reading(@Nullable ReadingForm form, Map<String, ReadingKind> known, FormFields fields) {
        ReadingForm given = form == null ? new ReadingForm(null, null, null) : form;
        String kind = fields.code("kind", given.kind(), CODE);
        if (!kind.isEmpty() && !known.containsKey(kind)) {
            fields.fault(FieldFault.of("kind", "unknown-reading-kind"));
        }
        return new Reading(
                kind, fields.number("value", given.value(), -LARGEST, LARGEST), fields.time("at", given.at()));
    }

    public record DeviceForm(
            @Nullable String name,
            @Nullable String unitId,
            @Nullable String keeperId,
            @Nullable String gridCode,
            @Nullable Position location,
            @Nullable String assetId,
            @Nullable Boolean disabled) {}

    public static Device device(String id, DeviceForm form, FormFields fields) {
        return new Device(
                fields.code("id", id, CODE),
                fields.text("name", form.name(), NAME),
                fields.text("unitId", form.unitId(), CODE),
                fields.text("keeperId", form.keeperId(), CODE),
                fields.optional("gridCode", form.gridCode(), CODE),
                point(form.location(), fields),
                fields.optional("assetId", form.assetId(), CODE),
                Boolean.TRUE.equals(form.disabled()),
                null,
                null,
                null);
    }

    private static @Nullable GeoPoint point(@Nullable Position location, FormFields fields) {
        if (location == null) {
            return null;
        }
        fields.point("location", location);
        var pair = location.coordinates();
        if (!fields.faults().isEmpty() || pair == null || pair.get(0) == null || pair.get(1) == null) {
            return null;
        }
        return GeoPoint.of(pair.get(0), pair.get(1));
    }

    public record KindForm(
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String unit,
            @Nullable Double above,
            @Nullable Double below,
            @Nullable Double inARow,
            @Nullable String category,
            @Nullable String urgency) {}

    public static ReadingKind kind(String code, KindForm form, FormFields fields) {
        if (form.above() == null && form.below() == null) {
            fields.fault(FieldFault.of("above", "required"));
        }
        Double above = form.above() == null ? null : fields.number("above", form.above(), -LARGEST, LARGEST);
        Double below = form.below() == null ? null : fields.number("below", form.below(), -LARGEST, LARGEST);
        return new ReadingKind(
                fields.code("code", code, CODE),
                fields.text("nameZh", form.nameZh(), NAME),
                fields.text("nameEn", form.nameEn(), NAME),
                fields.text("unit", form.unit(), 10),
                above,
                below,
                form.inARow() == null ? 1 : (int) fields.number("inARow", form.inARow(), 1, 100),
                fields.optional("category", form.category(), 8),
                form.urgency() == null ? Urgency.NORMAL : fields.oneOf("urgency", form.urgency(), Urgency.class));
    }
}
