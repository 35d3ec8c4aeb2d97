package io.wangge.gateway.http;

import io.wangge.gateway.settings.GatewaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
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
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import reactor.core.publisher.Mono;

/**
 * The user interface: static files from the jar, or from a folder while one works on them. The parts under {@code /assets/}
 * carry a digest of their content in their names and are kept for a year; of pages, and of a service worker, a browser asks each
 * time whether its copy is still good; the answer is a 304 of no length. What was pressed at build time is sent so.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {
    private static final String IN_THE_JAR = "classpath:/static/";
    private static final String ASSETS = "assets/";
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** Surfaces with a page and an address of their own: {@code /field/} is {@code /field/index.html}. */
    private static final List<String> SURFACES = List.of("field", "wall");

    private final GatewaySettings settings;
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    Pages(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        List<String> locations = new ArrayList<>();
        Path folder = settings.webDir();
        if (folder != null) {
            locations.add(folder.toUri().toString().replaceAll("/*$", "/"));
        }
        locations.add(IN_THE_JAR);
        String[] parts = locations.stream().map(location -> location + ASSETS).toArray(String[]::new);
        handle(registry, "/" + ASSETS + "**", parts, KEPT);
        handle(registry, "/**", locations.toArray(String[]::new), CacheControl.noCache());
    }

    private void handle(ResourceHandlerRegistry registry, String pattern, String[] locations, CacheControl kept) {
        boolean fromFolder = settings.webDir() != null;
        var pages = registry.addResourceHandler(pattern)
                .addResourceLocations(locations)
                .setCacheControl(kept);
        pages.resourceChain(!fromFolder).addResolver(new EncodedResourceResolver());
        if (!fromFolder) {
            // Times in a reproducible jar are all the same, and the same again in the next version.
            pages.setUseLastModified(false).setEtagGenerator(this::etagOf);
        }
    }

    @Bean
    RouterFunction<ServerResponse> frontPages() {
        RouterFunctions.Builder pages = RouterFunctions.route().GET("/", request -> page("index.html"));
        for (String surface : SURFACES) {
            pages.GET("/" + surface + "/", request -> page(surface + "/index.html"));
            // A service worker's reach and relative addresses hang on the slash.
            pages.GET(
                    "/" + surface,
                    request -> ServerResponse.permanentRedirect(URI.create("/" + surface + "/"))
                            .build());
        }
        return pages.build();
    }

    private Mono<ServerResponse> page(String name) {
        Path folder = settings.webDir();
        Resource page =
                folder == null ? new ClassPathResource("static/" + name) : new FileSystemResource(folder.resolve(name));
        if (!page.exists()) {
            return ServerResponse.notFound().build();
        }
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(page);
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
