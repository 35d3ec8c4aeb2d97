package io.wangge.intake.mongo;

import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.Source;
import io.wangge.intake.mongo.ReportMapper.Fields;
import io.wangge.intake.place.CoordinateSystem;
import io.wangge.intake.report.AsGiven;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The parts of a report's document that most reports do not have. */
final class ReportCircumstances {
    private ReportCircumstances() {}

    static @Nullable Document document(@Nullable Circumstances circumstances) {
        if (circumstances == null) {
            return null;
        }
        Source source = circumstances.source();
        return new Fields()
                .put("agentId", circumstances.agentId())
                .put("reference", source == null ? null : source.reference())
                .put("answerBy", source == null ? null : ReportMapper.date(source.answerBy()))
                .put("address", circumstances.address() == null ? null : ReportMapper.erasable(circumstances.address()))
                .put("accuracyMetres", circumstances.accuracyMetres())
                .document;
    }

    static Circumstances circumstances(Document document) {
        String reference = document.getString("reference");
        return new Circumstances(
                document.getString("agentId"),
                reference == null
                        ? null
                        : new Source(reference, ReportMapper.read(document.getDate("answerBy"), Date::toInstant)),
                ReportMapper.read(document.get("address", Document.class), ReportMapper::erasable),
                document.getDouble("accuracyMetres"));
    }

    static @Nullable Document document(@Nullable AsGiven given) {
        if (given == null) {
            return null;
        }
        Duration skew = given.clockSkew();
        return new Fields()
                .put("clockSkewMillis", skew == null ? null : skew.toMillis())
                .put("observedAt", ReportMapper.date(given.observedAt()))
                .put("location", ReportMapper.point(given.location()))
                .put("system", given.system() == null ? null : given.system().name())
                .put("raisedBy", given.raisedBy())
                .document;
    }

    static AsGiven asGiven(Document document) {
        return new AsGiven(
                ReportMapper.read(document.getLong("clockSkewMillis"), Duration::ofMillis),
                ReportMapper.read(document.getDate("observedAt"), Date::toInstant),
                ReportMapper.read(document.get("location", Document.class), ReportMapper::point),
                ReportMapper.read(document.getString("system"), CoordinateSystem::valueOf),
                document.getString("raisedBy"));
    }
}
