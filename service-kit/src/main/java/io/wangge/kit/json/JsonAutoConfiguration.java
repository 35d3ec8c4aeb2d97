package io.wangge.kit.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Spring's own mapper speaks as {@link HttpJson} does. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class JsonAutoConfiguration {
    @Bean
    JsonMapperBuilderCustomizer httpJson() {
        return HttpJson::configure;
    }
}
