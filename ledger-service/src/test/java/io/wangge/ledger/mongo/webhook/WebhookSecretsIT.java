package io.wangge.ledger.mongo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.kit.secret.TextSeal;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.webhook.Changes;
import io.wangge.ledger.webhook.Subscription;
import io.wangge.ledger.webhook.Subscription.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookSecretsIT {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String KEY = "a key of the deployment";

    private final LedgerStore store = new LedgerStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_secret_never_stands_in_the_database_as_it_is_and_signs_as_before() {
        MongoSubscriptions subscriptions = under(KEY);
        subscriptions.add(subscription("one", "whsec_first"));
        subscriptions.change("one", of -> Changes.newSecret(of, "whsec_second", NOON));
        assertThat(stored()).doesNotContain("whsec_");
        assertThat(secretsOf(under(KEY))).containsExactly("whsec_second", "whsec_first");
    }

    @Test
    void what_was_stored_before_there_was_a_key_is_sealed_once() {
        under(null).add(subscription("one", "whsec_first"));
        assertThat(stored()).contains("whsec_first");
        assertThat(secretsOf(under(KEY))).containsExactly("whsec_first");

        assertThat(under(KEY).sealPlain()).isEqualTo(1);
        assertThat(stored()).doesNotContain("whsec_");
        assertThat(secretsOf(under(KEY))).containsExactly("whsec_first");
        assertThat(under(KEY).sealPlain()).isZero();
    }

    @Test
    void without_a_key_nothing_is_changed() {
        under(null).add(subscription("one", "whsec_first"));
        assertThat(under(null).sealPlain()).isZero();
        assertThat(secretsOf(under(null))).containsExactly("whsec_first");
    }

    @Test
    void another_key_or_none_is_found_out_at_the_start() {
        under(KEY).add(subscription("one", "whsec_first"));
        assertThatThrownBy(() -> under("another").sealPlain())
                .isInstanceOf(TextSeal.Unreadable.class)
                .hasMessageContaining("GRID_WEBHOOKS_KEY");
        assertThatThrownBy(() -> under(null).sealPlain()).isInstanceOf(TextSeal.Unreadable.class);
    }

    private MongoSubscriptions under(@Nullable String key) {
        return new MongoSubscriptions(store.database, new TextSeal(key, "secrets", "GRID_WEBHOOKS_KEY"));
    }

    private static List<String> secretsOf(MongoSubscriptions subscriptions) {
        return subscriptions.find("one").orElseThrow().secrets().stream()
                .map(Secret::value)
                .toList();
    }

    private String stored() {
        Document document = store.collection(MongoSubscriptions.COLLECTION)
                .find(new Document("_id", "one"))
                .first();
        return String.valueOf(document);
    }

    private static Subscription subscription(String id, String secret) {
        return new Subscription(
                id,
                "市平台",
                URI.create("https://city.example/hook"),
                List.of("case.*"),
                "u-street-1",
                false,
                true,
                null,
                List.of(new Secret(secret, null)),
                "s-admin-1",
                NOON,
                null,
                null);
    }
}
