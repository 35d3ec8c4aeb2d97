package io.wangge.intake.report;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.person.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report whose form keeps all {@link ReportRules}, in normal form: trimmed, with the id in lower case, so that the same
 * thing sent twice is equal.
 *
 * @param text 1 to 2000 characters
 * @param channel null leaves it to the role of who sends it
 * @param hardCase for the hard-case desk
 * @param location in the system that its details name
 * @param contact null when nobody is to be called back
 */
public record NewReport(
        String id,
        @Nullable String category,
        String text,
        @Nullable GeoPoint location,
        @Nullable String gridCode,
        Urgency urgency,
        @Nullable Channel channel,
        @Nullable Nature nature,
        @Nullable Settlement settledOnSpot,
        @Nullable Instant observedAt,
        @Nullable Contact contact,
        @Nullable String assetId,
        boolean hardCase,
        ReportDetails details) {

    /** What was done on the spot. */
    public record Settlement(String text, List<String> attachmentIds) {}

    @Override
    public String toString() {
        return "NewReport[id=" + id + "]";
    }
}
