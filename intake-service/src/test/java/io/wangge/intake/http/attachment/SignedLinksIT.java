package io.wangge.intake.http.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.intake.http.attachment.SignedLinks.FilePart;
import io.wangge.intake.mongo.LinkKeys;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignedLinksIT {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T04:01:00Z"));

    @Test
    void a_link_opens_one_file_at_every_replica_until_its_time_is_over() {
        try (MongoClient mongo = MongoClients.create(TestBackend.shared().mongoUri())) {
            MongoDatabase database = mongo.getDatabase(TestBackend.shared().freshDatabase());
            SignedLinks links = links(database);
            SignedLinks replica = links(database);
            Instant ends = links.expiry();
            String signature = links.link("a", FilePart.CONTENT, ends).replaceAll(".*signature=", "");

            assertThat(Duration.between(now.get(), ends)).isBetween(GOOD_FOR, GOOD_FOR.plus(Duration.ofMinutes(5)));
            assertThat(replica.isGood("a", FilePart.CONTENT, ends.getEpochSecond(), signature))
                    .isTrue();
            assertThat(replica.isGood("b", FilePart.CONTENT, ends.getEpochSecond(), signature))
                    .isFalse();
            assertThat(replica.isGood("a", FilePart.THUMBNAIL, ends.getEpochSecond(), signature))
                    .isFalse();
            assertThat(replica.isGood("a", FilePart.CONTENT, ends.getEpochSecond() + 60, signature))
                    .isFalse();

            now.set(ends);
            assertThat(replica.isGood("a", FilePart.CONTENT, ends.getEpochSecond(), signature))
                    .isTrue();
            now.set(ends.plusSeconds(1));
            assertThat(replica.isGood("a", FilePart.CONTENT, ends.getEpochSecond(), signature))
                    .isFalse();
        }
    }

    private SignedLinks links(MongoDatabase database) {
        InstantSource clock = now::get;
        return new SignedLinks(
                new LinkKeys(database),
                clock,
                new AttachmentSettings(GOOD_FOR, Duration.ofDays(30), null, Duration.ofSeconds(30)));
    }
}
