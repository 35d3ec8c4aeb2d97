package io.wangge.dispatch.http.casefile;

import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.kit.problem.ProblemTexts;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers of this room need. */
@Configuration(proxyBeanMethods = false)
class CaseDoor {
    @Bean
    CaseViews caseViews(ReferenceData referenceData, InstantSource clock) {
        return new CaseViews(referenceData, clock);
    }

    @Bean
    CaseExport caseExport(CaseLists lists, CaseViews views, ReferenceData referenceData) {
        return new CaseExport(lists, views, referenceData);
    }

    @Bean
    BulkViews bulkViews(ProblemTexts texts, Refusals refusals) {
        return new BulkViews(texts, refusals);
    }

    @Bean
    Refusals refusals(ReferenceData referenceData) {
        return new Refusals(referenceData);
    }

    @Bean
    ActionViews actionViews(ProblemTexts texts, Refusals refusals) {
        return new ActionViews(texts, refusals);
    }
}
