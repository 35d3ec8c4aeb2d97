package io.wangge.gateway.door;

import io.wangge.contracts.directory.Caller;
import io.wangge.gateway.signing.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Who made a call that passed {@link TokenGate}, for the gateway's own routes. */
public record SignedInCaller(Caller caller, String token) {
    private static final String ATTRIBUTE = SignedInCaller.class.getName();

    /** @throws IllegalStateException for a call that needs no token */
    public static SignedInCaller of(ServerWebExchange exchange) {
        SignedInCaller known = exchange.getAttribute(ATTRIBUTE);
        if (known == null) {
            throw new IllegalStateException(
                    "Nobody is signed in at " + exchange.getRequest().getPath());
        }
        return known;
    }

    void putOn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** The name that was typed; null for a token of another issuer. */
    public @Nullable String username() {
        return AccessTokens.usernameIn(token).orElse(null);
    }

    @Override
    public String toString() {
        return "SignedInCaller[" + caller.staffId() + "]";
    }
}
