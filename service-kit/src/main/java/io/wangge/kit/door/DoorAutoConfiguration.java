package io.wangge.kit.door;

import io.wangge.kit.consume.DeadLetterDesk;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.identity.TokenVerifier;
import io.wangge.kit.problem.ProblemRenderer;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The servlet door, for services behind the gateway. Before Boot's error page, which stands back only when it finds ours:
 * springdoc would draw Boot's forward.
 */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@EnableConfigurationProperties(DoorSettings.class)
class DoorAutoConfiguration {
    @Bean
    ProblemResponses problemResponses(ProblemRenderer renderer) {
        return new ProblemResponses(renderer);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemResponses problems) {
        return new ProblemAdvice(problems);
    }

    @Bean
    ErrorPage errorPage(ProblemResponses problems) {
        return new ErrorPage(problems);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    IdentityFilter identityFilter(
            TokenVerifier tokens, DirectoryCopy directory, DoorSettings settings, ProblemResponses problems) {
        return new IdentityFilter(tokens, directory, settings.publicPaths(), problems);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 30)
    BodyLimitFilter bodyLimitFilter(DoorSettings settings, ProblemResponses problems) {
        return new BodyLimitFilter(settings.maxBody().toBytes(), settings.largerBodies(), problems);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetterDesk desk, DirectoryCopy directory) {
        return new DeadLetterController(new DeadLetterDoor(desk, directory));
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
