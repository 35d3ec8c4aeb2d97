package io.wangge.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TmpDescribeIT {
    @Test
    void write() throws Exception {
        Files.writeString(
                Path.of("/tmp/k3-gateway-openapi.json"),
                TestGateway.shared()
                        .send(TestGateway.shared().request("/v3/api-docs"))
                        .body());
    }
}
