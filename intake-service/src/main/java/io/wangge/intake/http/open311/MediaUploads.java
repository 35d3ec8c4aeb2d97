package io.wangge.intake.http.open311;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Photos in parts: the kit leaves parts out of every service, this door takes them. The door limits how long a body is. */
@Configuration(proxyBeanMethods = false)
class MediaUploads {
    /** Larger ones than are taken are read to their end too: only who has sent everything hears why not. */
    private static final int MOST_BYTES = 52 * 1024 * 1024;

    /** Beyond this a part is laid on the disk as it comes. */
    private static final int IN_MEMORY_BYTES = 64 * 1024;

    @Bean
    MultipartConfigElement multipartConfigElement() {
        return new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, IN_MEMORY_BYTES);
    }

    /** Spring looks for it by this name. Read where the answer is made: only there do failures get the form of their standard. */
    @Bean
    StandardServletMultipartResolver multipartResolver() {
        StandardServletMultipartResolver resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }
}
