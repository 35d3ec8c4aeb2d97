package io.wangge.kit.settings;

import java.net.URI;
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
        String service,

        @DefaultValue("mongodb://127.0.0.1:27017/?replicaSet=grid")
        String mongodbUri,

        @DefaultValue("127.0.0.1:9092") String kafkaBootstrap,

        @DefaultValue("http://127.0.0.1:8080/.well-known/jwks.json")
        URI jwksUri,

        @DefaultValue("false") boolean demoData) {

    public String database() {
        return "grid_" + service;
    }

    /** CloudEvents source of everything this service says. */
    public String source() {
        return "/wangge/" + service;
    }
}
