package io.wangge.intake;

import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import java.util.List;
import java.util.UUID;

/** A form that can be taken in, to be spoilt one field at a time. */
public record Forms(
        String id,
        String category,
        String text,
        Position location,
        String gridCode,
        String urgency,
        String channel,
        String nature,
        OnSpot settledOnSpot,
        String observedAt,
        Resident resident) {

    public static Forms good() {
        return new Forms(
                UUID.randomUUID().toString(),
                "0102",
                "望江路井盖破损",
                at(120.11, 30.21),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Position at(double longitude, double latitude) {
        return new Position("Point", List.of(longitude, latitude));
    }

    public ReportForm form() {
        return new ReportForm(
                id,
                category,
                text,
                location,
                gridCode,
                urgency,
                channel,
                nature,
                settledOnSpot,
                observedAt,
                resident,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Forms id(String other) {
        return new Forms(
                other,
                category,
                text,
                location,
                gridCode,
                urgency,
                channel,
                nature,
                settledOnSpot,
                observedAt,
                resident);
    }

    public Forms category(String other) {
        return new Forms(
                id, other, text, location, gridCode, urgency, channel, nature, settledOnSpot, observedAt, resident);
    }

    public Forms text(String other) {
        return new Forms(
                id, category, other, location, gridCode, urgency, channel, nature, settledOnSpot, observedAt, resident);
    }

    public Forms location(Position other) {
        return new Forms(
                id, category, text, other, gridCode, urgency, channel, nature, settledOnSpot, observedAt, resident);
    }

    public Forms gridCode(String other) {
        return new Forms(
                id, category, text, location, other, urgency, channel, nature, settledOnSpot, observedAt, resident);
    }

    public Forms urgency(String other) {
        return new Forms(
                id, category, text, location, gridCode, other, channel, nature, settledOnSpot, observedAt, resident);
    }

    public Forms channel(String other) {
        return new Forms(
                id, category, text, location, gridCode, urgency, other, nature, settledOnSpot, observedAt, resident);
    }

    public Forms nature(String other) {
        return new Forms(
                id, category, text, location, gridCode, urgency, channel, other, settledOnSpot, observedAt, resident);
    }

    public Forms settledOnSpot(OnSpot other) {
        return new Forms(id, category, text, location, gridCode, urgency, channel, nature, other, observedAt, resident);
    }

    public Forms observedAt(String other) {
        return new Forms(
                id, category, text, location, gridCode, urgency, channel, nature, settledOnSpot, other, resident);
    }

    public Forms resident(String name, String phone) {
        return new Forms(
                id,
                category,
                text,
                location,
                gridCode,
                urgency,
                channel,
                nature,
                settledOnSpot,
                observedAt,
                new Resident(name, phone, null));
    }

    public Forms resident(Resident other) {
        return new Forms(
                id, category, text, location, gridCode, urgency, channel, nature, settledOnSpot, observedAt, other);
    }
}
