package io.wangge.intake.http;

import io.wangge.intake.desk.ApiKeys;
import io.wangge.intake.desk.KeepApiKeys;
import io.wangge.intake.desk.PublicReports;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.RunningNumbers;
import io.wangge.intake.desk.ServiceRequests;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.UrgentWordsNow;
import io.wangge.intake.person.Persons;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.json.HttpJson;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Open311Settings.class)
class Desks {
    @Bean
    TakeInReport takeInReport(
            Reports reports,
            Persons persons,
            RunningNumbers numbers,
            RandomSource random,
            DirectoryCopy directory,
            Clock clock,
            UrgentWordsNow urgentWords) {
        return new TakeInReport(
                reports, persons, numbers, random, directory::current, clock, HttpJson.ZONE, urgentWords);
    }

    @Bean
    ReadReports readReports(Reports reports, DirectoryCopy directory) {
        return new ReadReports(reports, directory::current);
    }

    @Bean
    KeepApiKeys keepApiKeys(ApiKeys keys, RandomIds random, DirectoryCopy directory, Clock clock) {
        return new KeepApiKeys(keys, () -> random.newSalt() + random.newSalt(), directory::current, clock);
    }

    @Bean
    ServiceRequests serviceRequests(TakeInReport takeIn, PublicReports reports, DirectoryCopy directory) {
        return new ServiceRequests(takeIn, reports, directory::current);
    }
}
