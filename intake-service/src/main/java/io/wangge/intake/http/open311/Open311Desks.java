package io.wangge.intake.http.open311;

import io.wangge.intake.desk.ApiKeys;
import io.wangge.intake.desk.KeepApiKeys;
import io.wangge.intake.desk.PublicReports;
import io.wangge.intake.desk.ServiceRequests;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of Open311 behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Open311Settings.class)
class Open311Desks {
    @Bean
    KeepApiKeys keepApiKeys(ApiKeys keys, RandomIds random, DirectoryCopy directory, Clock clock) {
        return new KeepApiKeys(keys, () -> random.newSalt() + random.newSalt(), directory::current, clock);
    }

    @Bean
    ServiceRequests serviceRequests(TakeInReport takeIn, PublicReports reports, DirectoryCopy directory) {
        return new ServiceRequests(takeIn, reports, directory::current);
    }
}
