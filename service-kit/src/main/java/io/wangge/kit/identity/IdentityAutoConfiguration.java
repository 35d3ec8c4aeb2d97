package io.wangge.kit.identity;

import io.wangge.kit.settings.GridSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Token check against the gateway's published keys; the gateway itself brings its own {@link SigningKeys}. */
@AutoConfiguration
class IdentityAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SigningKeys signingKeys(GridSettings grid, Clock clock) {
        return new PublishedKeys(grid.jwksUri(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    TokenVerifier tokenVerifier(SigningKeys keys, Clock clock) {
        return new TokenVerifier(keys, clock);
    }
}
