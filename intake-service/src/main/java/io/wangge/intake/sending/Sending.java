package io.wangge.intake.sending;

import io.wangge.intake.desk.MessageCarrier;
import io.wangge.intake.desk.Notices;
import io.wangge.intake.desk.People;
import io.wangge.intake.desk.PushMessages;
import io.wangge.intake.desk.PushedPeople;
import io.wangge.intake.desk.SendMessages;
import io.wangge.intake.desk.TellPeople;
import io.wangge.intake.notice.CaseNotices;
import io.wangge.intake.notice.Channels;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.NoticeWords;
import io.wangge.intake.notice.SendingRules;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the telling and the sending together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class Sending {
    @Bean
    SendingRules sendingRules(NoticeSettings settings, PushSettings push) {
        return new SendingRules(
                Set.copyOf(settings.sent()),
                settings.quietFromTime(),
                settings.quietToTime(),
                HttpJson.ZONE,
                settings.tries(),
                settings.firstPause(),
                settings.mostPause(),
                settings.perDay(),
                push.pushed());
    }

    @Bean
    NoticeWords noticeWords(NoticeSettings settings) {
        return NoticeWords.read(settings.words());
    }

    @Bean
    @ConditionalOnProperty("grid.notices.sms.url")
    HttpSms smsCarrier(NoticeSettings settings) {
        return new HttpSms(settings.sms());
    }

    /** Short messages are written down also where no provider is named: the people who run the place see what would go out. */
    @Bean
    Channels channels(List<MessageCarrier> carriers) {
        Set<MessageChannel> carried =
                carriers.stream().map(MessageCarrier::channel).collect(Collectors.toSet());
        return new Channels(carried, carried.contains(MessageChannel.SMS) ? Set.of() : Set.of(MessageChannel.SMS));
    }

    @Bean
    TellPeople tellPeople(
            Notices notices,
            People people,
            DirectoryCopy directory,
            SendingRules rules,
            Channels channels,
            ObjectProvider<PushMessages> push,
            Clock clock) {
        return new TellPeople(
                notices,
                reached(people, push),
                directory::ifReady,
                new CaseNotices(HttpJson.ZONE),
                rules,
                channels,
                LogSink::write,
                clock);
    }

    @Bean
    SendMessages sendMessages(
            Notices notices,
            People people,
            List<MessageCarrier> carriers,
            Channels channels,
            NoticeWords words,
            SendingRules rules,
            NoticeSettings settings,
            ObjectProvider<PushMessages> push,
            Clock clock) {
        return new SendMessages(
                notices,
                reached(people, push),
                carriers,
                channels,
                words,
                rules,
                settings.publicUrl(),
                settings.batch(),
                clock);
    }

    private static People reached(People people, ObjectProvider<PushMessages> push) {
        PushMessages on = push.getIfAvailable();
        return on == null ? people : new PushedPeople(people, on);
    }

    /** A full batch has successors, which do not wait long. */
    @Bean
    Recurring messageSending(SendMessages sending, NoticeSettings settings) {
        AtomicInteger last = new AtomicInteger();
        Duration soon = settings.every().dividedBy(10);
        return new Recurring(
                "message-sending",
                () -> last.set(sending.sendDue()),
                () -> last.get() >= settings.batch() ? soon : settings.every());
    }
}
