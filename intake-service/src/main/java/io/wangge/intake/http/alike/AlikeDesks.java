package io.wangge.intake.http.alike;

import io.wangge.intake.alike.Dismissals;
import io.wangge.intake.alike.Followers;
import io.wangge.intake.alike.NearbyReports;
import io.wangge.intake.desk.FindAlike;
import io.wangge.intake.desk.FollowReport;
import io.wangge.intake.desk.People;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.RunningNumbers;
import io.wangge.intake.desk.SuggestCategory;
import io.wangge.intake.person.Persons;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.search.TextLikeness;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of what is alike. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlikeSettings.class)
class AlikeDesks {
    @Bean
    FindAlike findAlike(
            NearbyReports nearby,
            Dismissals dismissals,
            ReadReports reading,
            AlikeSettings settings,
            SuggestCategory suggest,
            Clock clock) {
        return new FindAlike(nearby, dismissals, reading, settings.rule(), TextLikeness::of, suggest::likely, clock);
    }

    @Bean
    FollowReport followReport(
            Reports reports,
            ReadReports reading,
            Followers followers,
            People people,
            Persons persons,
            RunningNumbers numbers,
            RandomSource random,
            Clock clock) {
        return new FollowReport(reports, reading, followers, people, persons, numbers, random, clock, HttpJson.ZONE);
    }
}
