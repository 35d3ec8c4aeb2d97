package io.wangge.intake.kafka;

import io.wangge.contracts.Topics;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.intake.desk.TellPeople;
import io.wangge.kit.consume.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the cases that dispatch tells of, and what others want told. */
@Configuration(proxyBeanMethods = false)
class CaseSubscription {
    static final String GROUP = "cases";
    static final String NOTICES = "notices";

    @Bean
    CaseListener caseListener(CaseStandings standings, TellPeople tellPeople, EventConsumers consumers) {
        CaseListener listener = new CaseListener(standings, tellPeople::ofCases);
        consumers.start(Topics.CASES, GROUP, listener);
        return listener;
    }

    @Bean
    NoticeListener noticeListener(TellPeople tellPeople, EventConsumers consumers) {
        NoticeListener listener = new NoticeListener(tellPeople);
        consumers.start(Topics.NOTICES, NOTICES, listener);
        return listener;
    }
}
