package io.wangge.intake.desk;

import io.wangge.intake.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a list of reports, newest first: the last one that was seen. Stays right when new ones come in above. */
public record PagePlace(Instant receivedAt, String reportId) {
    public static PagePlace of(Report report) {
        return new PagePlace(report.received().receivedAt(), report.id());
    }

    /** As clients carry it: opaque to them. */
    public String cursor() {
        String plain = receivedAt.toEpochMilli() + " " + reportId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @return empty for a cursor that is none of ours */
    public static Optional<PagePlace> ofCursor(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            Instant time = Instant.ofEpochMilli(Long.parseLong(plain.substring(0, space)));
            return Optional.of(new PagePlace(time, plain.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
