package io.wangge.intake.http.guest;

import io.wangge.kit.settings.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The door for people without an account.
 *
 * @param open whether there is one
 * @param anonymous whether somebody may report without showing a telephone
 * @param proofOfWork tries that a browser needs at most before it may ask for a code or report anonymously; 0 for none
 * @param demoCode what is accepted as code in a demo whose messages go nowhere; never set it elsewhere
 * @param photos most photos of one report from outside
 */
@ConfigurationProperties("grid.public")
record PublicSettings(
        @DefaultValue("true") boolean open,
        @DefaultValue("true") boolean anonymous,
        @DefaultValue("0") int proofOfWork,
        @Nullable String demoCode,
        @DefaultValue("6") int photos) {
    PublicSettings {
        StartRefused.unless(
                proofOfWork >= 0 && proofOfWork <= 10_000_000,
                "grid.public.proof-of-work",
                proofOfWork,
                "it must lie between 0 and 10000000");
        StartRefused.unless(
                demoCode == null || demoCode.isEmpty() || demoCode.matches("\\d{6}"),
                "grid.public.demo-code",
                "…",
                "a code has six digits");
        StartRefused.unless(photos >= 0 && photos <= 20, "grid.public.photos", photos, "it must lie between 0 and 20");
    }

    @Override
    public String toString() {
        return "PublicSettings[open=" + open + "]";
    }
}
