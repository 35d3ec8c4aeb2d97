package io.wangge.kit.settings;

import io.wangge.kit.ids.RandomIds;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Settings, and where time and ids come from. */
@AutoConfiguration
@EnableConfigurationProperties(GridSettings.class)
class SettingsAutoConfiguration {
    /** Milliseconds, because that is what MongoDB keeps; it is the {@code InstantSource} of every use case. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    RandomIds randomIds() {
        return new RandomIds();
    }
}
