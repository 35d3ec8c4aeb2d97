package io.wangge.kit.problem;

import io.wangge.kit.settings.GridSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The words of problems, for servlet and reactive doors alike. */
@AutoConfiguration
class ProblemAutoConfiguration {
    @Bean
    ProblemTexts problemTexts(GridSettings grid) {
        return ProblemTexts.of(grid.service());
    }

    @Bean
    ProblemRenderer problemRenderer(ProblemTexts texts) {
        return new ProblemRenderer(texts);
    }
}
