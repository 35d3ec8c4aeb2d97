package io.wangge.intake.http.field;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets {@link SyncTurns} before the sync call. */
@Configuration(proxyBeanMethods = false)
class SyncDoor implements WebMvcConfigurer {
    private static final int CALLS_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SyncTurns(CALLS_AT_ONCE, PATIENCE)).addPathPatterns("/api/v1/reports/sync");
    }
}
