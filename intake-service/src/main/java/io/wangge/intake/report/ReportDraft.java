package io.wangge.intake.report;

import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import org.jspecify.annotations.Nullable;

/**
 * A report that a channel of ours fills in, field by field by its name; what is not said stays empty. The fields are
 * those of {@link ReportForm}, as unchecked as there.
 */
public final class ReportDraft {
    private final @Nullable String id;
    private @Nullable String category;
    private @Nullable String text;
    private @Nullable Position location;
    private @Nullable String gridCode;
    private @Nullable String urgency;
    private @Nullable String channel;
    private @Nullable String nature;
    private @Nullable OnSpot settledOnSpot;
    private @Nullable String observedAt;
    private @Nullable Resident resident;
    private @Nullable String assetId;
    private @Nullable Boolean hardCase;
    private @Nullable String coordinateSystem;
    private @Nullable Double accuracyMetres;
    private @Nullable String address;
    private @Nullable String deviceTime;
    private @Nullable String agentId;
    private @Nullable Origin source;
    private @Nullable Boolean anonymous;

    /** @param id UUID, the same for the same report however often it is sent */
    public ReportDraft(@Nullable String id) {
        this.id = id;
    }

    public ReportDraft category(@Nullable String given) {
        this.category = given;
        return this;
    }

    public ReportDraft text(@Nullable String given) {
        this.text = given;
        return this;
    }

    public ReportDraft location(@Nullable Position given) {
        this.location = given;
        return this;
    }

    public ReportDraft gridCode(@Nullable String given) {
        this.gridCode = given;
        return this;
    }

    public ReportDraft urgency(@Nullable String given) {
        this.urgency = given;
        return this;
    }

    public ReportDraft channel(@Nullable String given) {
        this.channel = given;
        return this;
    }

    public ReportDraft nature(@Nullable String given) {
        this.nature = given;
        return this;
    }

    public ReportDraft settledOnSpot(@Nullable OnSpot given) {
        this.settledOnSpot = given;
        return this;
    }

    public ReportDraft observedAt(@Nullable String given) {
        this.observedAt = given;
        return this;
    }

    public ReportDraft resident(@Nullable Resident given) {
        this.resident = given;
        return this;
    }

    public ReportDraft assetId(@Nullable String given) {
        this.assetId = given;
        return this;
    }

    public ReportDraft hardCase(@Nullable Boolean given) {
        this.hardCase = given;
        return this;
    }

    public ReportDraft coordinateSystem(@Nullable String given) {
        this.coordinateSystem = given;
        return this;
    }

    public ReportDraft accuracyMetres(@Nullable Double given) {
        this.accuracyMetres = given;
        return this;
    }

    public ReportDraft address(@Nullable String given) {
        this.address = given;
        return this;
    }

    public ReportDraft deviceTime(@Nullable String given) {
        this.deviceTime = given;
        return this;
    }

    public ReportDraft agentId(@Nullable String given) {
        this.agentId = given;
        return this;
    }

    public ReportDraft source(@Nullable Origin given) {
        this.source = given;
        return this;
    }

    public ReportDraft anonymous(@Nullable Boolean given) {
        this.anonymous = given;
        return this;
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
                assetId,
                hardCase,
                coordinateSystem,
                accuracyMetres,
                address,
                deviceTime,
                agentId,
                source,
                anonymous);
    }
}
