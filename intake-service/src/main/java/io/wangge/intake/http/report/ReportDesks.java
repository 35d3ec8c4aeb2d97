package io.wangge.intake.http.report;

import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.RunningNumbers;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.UrgentWordsNow;
import io.wangge.intake.person.Persons;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.json.HttpJson;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of reports behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
class ReportDesks {
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
}
