package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.gateway.signing.GatewayKeys;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys, for services that check tokens (RFC 7517). */
@RestController
@Tag(name = "keys", description = "公钥 · Public keys")
class JwksController {
    /** Shorter than the time for which a new key is announced before it signs. */
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final GatewayKeys keys;

    JwksController(GatewayKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "公钥 · Public keys by which tokens are checked")
    ResponseEntity<Map<String, Object>> keys() {
        if (!keys.isReady()) {
            throw new ProblemException(503, ProblemCodes.NOT_READY);
        }
        return ResponseEntity.ok().cacheControl(A_MINUTE).body(keys.published().toJSONObject());
    }
}
