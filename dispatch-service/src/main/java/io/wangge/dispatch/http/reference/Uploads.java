package io.wangge.dispatch.http.reference;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Files in parts: the kit leaves them out of every service, this one takes them. The door limits how long a body is. */
@Configuration(proxyBeanMethods = false)
class Uploads {
    /** As long as a body may be: what is uploaded stays in memory, no file is left behind. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    @Bean
    MultipartConfigElement multipartConfigElement() {
        return new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, MOST_BYTES);
    }

    /** Spring looks for it by this name. */
    @Bean
    StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }
}
