package io.wangge.intake.http.guest;

import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.intake.desk.AnswerReopenings;
import io.wangge.intake.desk.AskReopening;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.ReadAttachments;
import io.wangge.intake.desk.ReleasePhoto;
import io.wangge.intake.desk.SignInGuest;
import io.wangge.intake.desk.TellPeople;
import io.wangge.intake.guest.Guests;
import io.wangge.intake.person.Persons;
import io.wangge.intake.photo.PaintedVeil;
import io.wangge.kit.settings.GridSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases behind the door for people without an account. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicSettings.class)
class GuestDesks {
    /** 30 days (domain.md, CLOSED); dispatch's own term decides when the inspector opens it again. */
    private static final Duration REOPENED_WITHIN = Duration.ofDays(30);

    private static final int CODES = 1_000_000;

    @Bean
    SignInGuest signInGuest(
            Guests guests,
            Persons persons,
            TellPeople tell,
            RandomSource random,
            PublicSettings settings,
            GridSettings grid,
            Clock clock) {
        return new SignInGuest(guests, persons, tell, random, codes(settings, grid), clock);
    }

    /** A demo's messages go nowhere, so its code is known; without demo data it is never taken. */
    private static Supplier<String> codes(PublicSettings settings, GridSettings grid) {
        String known = settings.demoCode();
        if (grid.demoData() && known != null && !known.isEmpty()) {
            return () -> known;
        }
        SecureRandom random = new SecureRandom();
        return () -> "%06d".formatted(random.nextInt(CODES));
    }

    @Bean
    AnswerReopenings answerReopenings(GuestReports reports, TellPeople tell, Clock clock) {
        return new AnswerReopenings(reports, tell, clock);
    }

    @Bean
    AskReopening askReopening(GuestReports reports, TellPeople tell, Clock clock) {
        return new AskReopening(reports, tell, REOPENED_WITHIN, clock);
    }

    @Bean
    ReleasePhoto releasePhoto(
            ReadAttachments reading, ReleasedPhotos released, Blobs blobs, RandomSource random, Clock clock) {
        return new ReleasePhoto(reading, released, blobs, new PaintedVeil(), random::blobId, clock);
    }
}
