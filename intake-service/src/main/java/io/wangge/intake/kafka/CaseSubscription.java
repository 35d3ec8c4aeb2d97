package io.wangge.intake.kafka;

import io.wangge.contracts.Topics;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.kit.consume.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the cases that dispatch tells of. */
@Configuration(proxyBeanMethods = false)
class CaseSubscription {
    static final String GROUP = "cases";

    @Bean
    CaseListener caseListener(CaseStandings standings, EventConsumers consumers) {
        CaseListener listener = new CaseListener(standings);
        consumers.start(Topics.CASES, GROUP, listener);
        return listener;
    }
}
