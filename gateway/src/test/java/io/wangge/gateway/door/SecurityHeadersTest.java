package io.wangge.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.gateway.settings.GatewaySettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class SecurityHeadersTest {
    @Test
    void picturesComeFromHereAndFromTheNamedHostOfTilesAlone() {
        assertThat(policyWith("grid.map.tiles", "https://tiles.example.cn/{z}/{x}/{y}.png"))
                .contains("img-src 'self' data: blob: https://tiles.example.cn;")
                .contains("default-src 'self';");
        assertThat(policyWith("grid.map.credit", "© 测绘院")).contains("img-src 'self' data: blob:;");
    }

    private static String policyWith(String name, String value) {
        var settings = new Binder(new MapConfigurationPropertySource(java.util.Map.of(name, value)))
                .bindOrCreate("grid", GatewaySettings.class);
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        new SecurityHeaders(settings).filter(exchange, done -> Mono.empty()).block();
        return exchange.getResponse().getHeaders().getFirst("Content-Security-Policy");
    }
}
