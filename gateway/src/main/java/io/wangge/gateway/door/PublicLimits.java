package io.wangge.gateway.door;

import io.wangge.gateway.settings.GatewaySettings;
import java.time.Duration;
import org.springframework.http.HttpMethod;

/**
 * The door for people without an account: nobody is signed in there, so what an address may do is limited by what it costs.
 * What a telephone may do is limited by intake, which counts in the store.
 */
final class PublicLimits {
    static final String DOOR = "/api/v1/public/";
    static final String PHOTOS = DOOR + "photos";
    private static final Duration HOUR = Duration.ofHours(1);
    /** Looking costs little: the page itself, progress, photos that were released. */
    private static final int LOOKS_AT_ONCE = 120;

    private static final int LOOKS_PER_MINUTE = 240;

    private static final int PLATFORM_AT_ONCE = 600;
    private static final int PLATFORM_PER_SECOND = 100;

    private final Buckets codes;
    private final Buckets tries;
    private final Buckets reports;
    private final Buckets photos;
    private final Buckets looks = new Buckets(LOOKS_AT_ONCE, LOOKS_PER_MINUTE, Duration.ofMinutes(1));

    /** The platform delivers everybody's messages from a few addresses; its signature is checked behind. */
    private final Buckets platform = new Buckets(PLATFORM_AT_ONCE, PLATFORM_PER_SECOND, Duration.ofSeconds(1));

    PublicLimits(GatewaySettings.Guests settings) {
        this.codes = hourly(settings.codesPerHour());
        this.tries = hourly(settings.triesPerHour());
        this.reports = hourly(settings.reportsPerHour());
        this.photos = hourly(settings.photosPerHour());
    }

    /** Half of an hour's measure at once. */
    private static Buckets hourly(int most) {
        return new Buckets(Math.max(1, most / 2), most, HOUR);
    }

    /** @throws io.wangge.kit.problem.ProblemException 429 with the seconds to wait */
    void take(HttpMethod method, String path, String address) {
        bucketOf(method, path.substring(DOOR.length())).take(address);
    }

    private Buckets bucketOf(HttpMethod method, String what) {
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return looks;
        }
        if (what.equals("wechat")) {
            return platform;
        }
        if (what.startsWith("codes")) {
            return codes;
        }
        if (what.startsWith("sessions")) {
            return tries;
        }
        return what.startsWith("photos") ? photos : reports;
    }
}
