package io.wangge.ledger.startup;

import com.mongodb.client.MongoDatabase;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.secret.TextSeal;
import io.wangge.kit.settings.StartRefused;
import io.wangge.ledger.book.ReportScopes;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.kafka.WebhookFeed;
import io.wangge.ledger.mongo.webhook.MongoDeliveries;
import io.wangge.ledger.mongo.webhook.MongoSubscriptions;
import io.wangge.ledger.outgoing.HttpSender;
import io.wangge.ledger.outgoing.WebhookSettings;
import io.wangge.ledger.webhook.Deliveries;
import io.wangge.ledger.webhook.DeliveryRound;
import io.wangge.ledger.webhook.Subscriptions;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 事件推送: from the topics into queues, from the queues to other systems. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookWiring {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWiring.class);

    @Bean
    Subscriptions subscriptions(MongoDatabase database, WebhookSettings settings) {
        MongoSubscriptions subscriptions = new MongoSubscriptions(database, settings.seal());
        try {
            int sealed = subscriptions.sealPlain();
            if (sealed > 0) {
                LOG.info("The secrets of {} webhooks were encrypted", sealed);
            }
        } catch (TextSeal.Unreadable e) {
            throw new StartRefused(
                    e.getMessage() + ".", "Give the key that they were sealed with, or remove those webhooks.");
        }
        return subscriptions;
    }

    @Bean
    Deliveries deliveries(MongoDatabase database) {
        return new MongoDeliveries(database);
    }

    @Bean
    HttpSender webhookSender(WebhookSettings settings) {
        return new HttpSender(settings.guard(), settings.callTimeout());
    }

    @Bean
    WebhookFeed webhookFeed(
            Subscriptions subscriptions,
            Deliveries deliveries,
            ReportScopes scopes,
            CaseLedger ledger,
            InstantSource clock) {
        return new WebhookFeed(subscriptions, deliveries, scopes, ledger, clock);
    }

    @Bean
    DeliveryRound deliveryRound(
            Subscriptions subscriptions,
            Deliveries deliveries,
            HttpSender sender,
            InstantSource clock,
            WebhookSettings settings) {
        return new DeliveryRound(
                subscriptions,
                deliveries,
                sender,
                clock,
                new DeliveryRound.Limits(settings.giveUpAfter(), settings.disableAfter(), settings.callsAtOnce()),
                UUID.randomUUID().toString());
    }

    @Bean
    Recurring webhooks(DeliveryRound round, WebhookSettings settings) {
        return new Recurring("webhooks", round::begin, settings::look);
    }
}
