package io.wangge.intake;

import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A form that can be taken in, to be spoilt one field at a time; each change makes another one. */
public record Forms(String id, UnaryOperator<ReportDraft> said) {

    public static Forms good() {
        return new Forms(
                UUID.randomUUID().toString(),
                draft -> draft.category("0102").text("望江路井盖破损").location(at(120.11, 30.21)));
    }

    public static Position at(double longitude, double latitude) {
        return new Position("Point", List.of(longitude, latitude));
    }

    public ReportForm form() {
        return said.apply(new ReportDraft(id)).form();
    }

    private Forms but(UnaryOperator<ReportDraft> otherwise) {
        return new Forms(id, draft -> otherwise.apply(said.apply(draft)));
    }

    public Forms id(String other) {
        return new Forms(other, said);
    }

    public Forms category(String other) {
        return but(draft -> draft.category(other));
    }

    public Forms text(String other) {
        return but(draft -> draft.text(other));
    }

    public Forms location(Position other) {
        return but(draft -> draft.location(other));
    }

    public Forms gridCode(String other) {
        return but(draft -> draft.gridCode(other));
    }

    public Forms urgency(String other) {
        return but(draft -> draft.urgency(other));
    }

    public Forms channel(String other) {
        return but(draft -> draft.channel(other));
    }

    public Forms nature(String other) {
        return but(draft -> draft.nature(other));
    }

    public Forms settledOnSpot(OnSpot other) {
        return but(draft -> draft.settledOnSpot(other));
    }

    public Forms observedAt(String other) {
        return but(draft -> draft.observedAt(other));
    }

    public Forms resident(String name, String phone) {
        return resident(new Resident(name, phone, null));
    }

    public Forms resident(Resident other) {
        return but(draft -> draft.resident(other));
    }
}
