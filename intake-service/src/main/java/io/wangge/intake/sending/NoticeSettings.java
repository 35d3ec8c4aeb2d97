package io.wangge.intake.sending;

import io.wangge.kit.settings.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param publicUrl that links in messages begin with
 * @param words folder with the district's own words; none by default
 * @param sent subjects that are sent beside standing in the list
 * @param quietFrom local time from which residents are left in peace
 * @param quietTo until which they are; the same as {@code quietFrom} for no such time
 * @param tries after which a message has failed
 * @param firstPause before the second try, doubled each time up to {@code mostPause}
 * @param perDay most messages to one recipient in 24 hours
 * @param every pause between two looks for what is due
 * @param batch most messages in one look: with {@code every}, the rate
 */
@ConfigurationProperties("grid.notices")
public record NoticeSettings(
        @DefaultValue("http://127.0.0.1:8080") String publicUrl,
        @Nullable Path words,

        @DefaultValue({
            "receipt",
            "receipt-with-promise",
            "promise",
            "closed",
            "closed-by-decision",
            "rework",
            "reopened",
            "reopening-refused",
            "not-filed",
            "referred-outside",
            "merged",
            "criticism-replied",
            "extended",
            "callback-link",
            "phone-code"
        })
        List<String> sent,

        @DefaultValue("21:00") String quietFrom,
        @DefaultValue("08:00") String quietTo,
        @DefaultValue("8") int tries,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("1h") Duration mostPause,
        @DefaultValue("10") int perDay,
        @DefaultValue("500ms") Duration every,
        @DefaultValue("200") int batch,
        @DefaultValue Sms sms) {

    public NoticeSettings {
        sent = List.copyOf(sent);
        StartRefused.unless(
                publicUrl.matches("https?://[^\\s]+[^/\\s]"),
                "grid.notices.public-url",
                publicUrl,
                "it must be an address such as https://grid.example.gov.cn, without a slash at the end");
        StartRefused.unless(isTime(quietFrom), "grid.notices.quiet-from", quietFrom, "it must be a time such as 21:00");
        StartRefused.unless(isTime(quietTo), "grid.notices.quiet-to", quietTo, "it must be a time such as 08:00");
        StartRefused.unless(tries >= 1 && tries <= 50, "grid.notices.tries", tries, "it must lie between 1 and 50");
        StartRefused.unless(
                firstPause.isPositive() && mostPause.compareTo(firstPause) >= 0,
                "grid.notices.first-pause",
                firstPause,
                "it must be positive and not longer than grid.notices.most-pause");
        StartRefused.unless(perDay >= 1, "grid.notices.per-day", perDay, "it must be at least 1");
        StartRefused.unless(every.isPositive(), "grid.notices.every", every, "it must be longer than nothing");
        StartRefused.unless(batch >= 1 && batch <= 1000, "grid.notices.batch", batch, "it must lie between 1 and 1000");
    }

    private static boolean isTime(String written) {
        return written.matches("([01]\\d|2[0-3]):[0-5]\\d");
    }

    public LocalTime quietFromTime() {
        return LocalTime.parse(quietFrom);
    }

    public LocalTime quietToTime() {
        return LocalTime.parse(quietTo);
    }

    /**
     * A provider of short messages that is asked over HTTP.
     *
     * @param url that messages are posted to; none means that they are only logged
     * @param token sent as {@code Authorization: Bearer}; none when the network is the key
     * @param timeout for one message
     */
    public record Sms(
            @Nullable URI url,
            @Nullable String token,
            @DefaultValue("10s") Duration timeout) {
        public Sms {
            StartRefused.unless(
                    url == null || (url.isAbsolute() && url.getHost() != null),
                    "grid.notices.sms.url",
                    String.valueOf(url),
                    "it must be a whole address");
            StartRefused.unless(
                    timeout.isPositive(), "grid.notices.sms.timeout", timeout, "it must be longer than nothing");
        }

        @Override
        public String toString() {
            return "Sms[url=" + url + "]";
        }
    }
}
