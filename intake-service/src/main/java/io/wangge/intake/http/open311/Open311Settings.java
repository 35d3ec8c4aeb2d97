package io.wangge.intake.http.open311;

import io.wangge.kit.settings.StartRefused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Open311's discovery says of this deployment.
 *
 * @param url of the endpoint as clients reach it, through the gateway
 * @param jurisdictionId the only one that is served; by default the code of the district
 * @param contact whom to ask, in words
 * @param keyService how to get a key, in words
 * @param type production or test
 */
@ConfigurationProperties("grid.open311")
record Open311Settings(
        @DefaultValue("http://127.0.0.1:8080/open311/v2") URI url,
        @Nullable String jurisdictionId,

        @DefaultValue("请联系区网格化服务中心 Contact the district's grid service centre")
        String contact,

        @DefaultValue("密钥由区管理员发放 Keys are issued by the district's administrators")
        String keyService,

        @DefaultValue("production") String type) {
    Open311Settings {
        StartRefused.unless(
                url.isAbsolute() && url.getHost() != null,
                "grid.open311.url",
                url,
                "it must be an address such as https://grid.example/open311/v2");
        StartRefused.unless(
                type.equals("production") || type.equals("test"),
                "grid.open311.type",
                type,
                "it must be production or test");
    }
}
