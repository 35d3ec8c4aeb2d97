package io.wangge.kit.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service needs to know of its surroundings ({@code grid.*}, or {@code GRID_*} in the environment).
 *
 * @param service short name such as {@code dispatch}; also names its database {@code grid_dispatch} and its consumer groups
 * @param demoData whether the owner of the data seeds the demo district
 */
@ConfigurationProperties("grid")
public record GridSettings(
        @Nullable String service,

        @DefaultValue("mongodb://127.0.0.1:27017/?replicaSet=grid")
        String mongodbUri,

        @DefaultValue("127.0.0.1:9092") String kafkaBootstrap,

        @DefaultValue("http://127.0.0.1:8080/.well-known/jwks.json")
        URI jwksUri,

        @DefaultValue("false") boolean demoData) {

    public GridSettings {
        StartRefused.unless(
                service != null && service.matches("[a-z][a-z-]{0,30}"),
                "grid.service",
                String.valueOf(service),
                "it must be the service's short name in lower case, such as dispatch");
        StartRefused.unless(
                mongodbUri.startsWith("mongodb://") || mongodbUri.startsWith("mongodb+srv://"),
                "grid.mongodb-uri",
                mongodbUri.replaceAll("//.*@", "//…@"),
                "a connection string begins with mongodb:// or mongodb+srv://");
        StartRefused.unless(
                kafkaBootstrap.matches("[^:,\\s]+:\\d+(,[^:,\\s]+:\\d+)*"),
                "grid.kafka-bootstrap",
                kafkaBootstrap,
                "it must be host:port, several with commas between");
        StartRefused.unless(
                jwksUri.isAbsolute(),
                "grid.jwks-uri",
                jwksUri,
                "it must be a whole address with http:, https: or file:");
    }

    @Override
    public String service() {
        return String.valueOf(service);
    }

    public String database() {
        return "grid_" + service;
    }

    /** CloudEvents source of everything this service says. */
    public String source() {
        return "/wangge/" + service;
    }
}
