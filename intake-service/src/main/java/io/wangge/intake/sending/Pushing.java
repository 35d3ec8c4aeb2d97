package io.wangge.intake.sending;

import io.wangge.intake.desk.KeepPushSubscriptions;
import io.wangge.intake.desk.People;
import io.wangge.intake.desk.PushMessages;
import io.wangge.intake.desk.PushSubscriptions;
import io.wangge.intake.notice.PushServices;
import io.wangge.intake.notice.SendingRules;
import io.wangge.kit.directory.DirectoryCopy;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pushing together, where the district has keys for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushSettings.class)
class Pushing {
    /** An empty variable is as good as none. */
    private static final String ON = "!'${grid.notices.push.public-key:}'.isBlank()";

    @Bean
    PushServices pushServices(PushSettings settings) {
        return new PushServices(settings.hosts(), settings.allowHttp());
    }

    @Bean
    @ConditionalOnExpression(ON)
    WebPush webPush(PushSettings settings, PushServices services) {
        return new WebPush(settings, services);
    }

    @Bean
    @ConditionalOnExpression(ON)
    KeepPushSubscriptions keepPushSubscriptions(
            PushSubscriptions subscriptions, PushServices services, WebPush sender, Clock clock) {
        return new KeepPushSubscriptions(subscriptions, services, sender, clock);
    }

    @Bean
    @ConditionalOnExpression(ON)
    PushMessages pushMessages(
            PushSubscriptions subscriptions,
            People people,
            DirectoryCopy directory,
            WebPush sender,
            SendingRules rules,
            Clock clock) {
        return new PushMessages(subscriptions, people, directory::ifReady, sender, rules, clock);
    }
}
