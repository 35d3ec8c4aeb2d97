package io.wangge.intake.http.hotline;

import io.wangge.intake.desk.AttendCall;
import io.wangge.intake.desk.LookUpCaller;
import io.wangge.intake.desk.Notices;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.RevealContact;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.person.Persons;
import io.wangge.intake.reveal.Reveals;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of the hotline desk behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HotlineSettings.class)
class HotlineDesks {
    @Bean
    AttendCall attendCall(Calls calls, Articles articles, Persons persons, TakeInReport takeIn, Clock clock) {
        return new AttendCall(calls, articles, persons, takeIn, clock);
    }

    @Bean
    LookUpCaller lookUpCaller(Persons persons, Reports reports, ReadReports reading) {
        return new LookUpCaller(persons, reports, reading);
    }

    @Bean
    RevealContact revealContact(
            Reveals reveals,
            Reports reports,
            ReadReports reading,
            Persons persons,
            Notices notices,
            RandomSource random,
            Clock clock,
            HotlineSettings settings) {
        return new RevealContact(reveals, reports, reading, persons, notices, random, clock, settings.revealsPerHour());
    }
}
