package io.wangge.gateway.http;

import io.wangge.gateway.settings.GatewaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The user interface: static files from the jar, or from a folder while one works on them. A browser asks each time whether
 * its copy is still good (file names carry no version); the answer is a 304 of no length.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {
    private static final String IN_THE_JAR = "classpath:/static/";

    private final GatewaySettings settings;
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    Pages(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        boolean fromFolder = settings.webDir() != null;
        List<String> locations = new ArrayList<>();
        Path folder = settings.webDir();
        if (folder != null) {
            locations.add(folder.toUri().toString().replaceAll("/*$", "/"));
        }
        locations.add(IN_THE_JAR);
        var pages = registry.addResourceHandler("/**")
                .addResourceLocations(locations.toArray(String[]::new))
                .setCacheControl(CacheControl.noCache());
        if (!fromFolder) {
            // Times in a reproducible jar are all the same, and the same again in the next version.
            pages.setUseLastModified(false).setEtagGenerator(this::etagOf);
        }
    }

    @Bean
    RouterFunction<ServerResponse> frontPage() {
        Path folder = settings.webDir();
        Resource index = folder == null
                ? new ClassPathResource("static/index.html")
                : new FileSystemResource(folder.resolve("index.html"));
        return RouterFunctions.route(
                RequestPredicates.GET("/"),
                request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(index));
    }

    private String etagOf(Resource page) {
        return etags.computeIfAbsent(page.toString(), name -> "\"" + digestOf(page) + "\"");
    }

    private static String digestOf(Resource page) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(page.getContentAsByteArray());
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A page in the jar cannot be read: " + page, e);
        }
    }
}
