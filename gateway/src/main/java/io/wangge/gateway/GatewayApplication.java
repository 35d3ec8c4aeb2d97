package io.wangge.gateway;

import io.wangge.gateway.settings.GatewaySettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxObservationAutoConfiguration;

/**
 * Starts the gateway: the one door of the product. A call costs it as little as it can: no observation of each call, whose
 * tags and timers cost more than the forwarding's own part; the services count what they do.
 */
@SpringBootApplication(exclude = WebFluxObservationAutoConfiguration.class)
@EnableConfigurationProperties(GatewaySettings.class)
public class GatewayApplication {
    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
