package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.contracts.Refused;
import io.wangge.gateway.account.NewPassword;
import io.wangge.gateway.account.SignInDecider;
import io.wangge.gateway.desk.SignInDesk;
import io.wangge.gateway.desk.SignInDesk.Answer;
import io.wangge.gateway.desk.SignedIn;
import io.wangge.gateway.door.Buckets;
import io.wangge.gateway.door.Trace;
import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 登录、续期、退出: the only routes that need no token. */
@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "sessions", description = "登录 · Signing in")
class SessionsController {
    private static final String COOKIE = "wangge_session";
    private static final String COOKIE_PATH = "/api/v1/sessions";
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 256;

    private final SignInDesk desk;
    private final FewAtATime work;
    private final Buckets byAddress;
    private final Buckets byName;

    SessionsController(SignInDesk desk, FewAtATime work, GatewaySettings settings) {
        this.desk = desk;
        this.work = work;
        GatewaySettings.SignIns limits = settings.signIn();
        this.byAddress = new Buckets(limits.perAddress(), limits.perAddressPerMinute(), Duration.ofMinutes(1));
        this.byName = new Buckets(limits.perName(), limits.perNamePerMinute(), Duration.ofMinutes(1));
    }

    /** What a person types. @param newPassword takes the place of the present one; all other sessions end */
    record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String newPassword) {
        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /** @param expiresIn seconds */
    record Session(String accessToken, long expiresIn, String tokenType) {}

    @PostMapping
    @Operation(
            summary = "登录 · Sign in",
            description =
                    "Answers an access token; the refresh token is an HttpOnly cookie. With newPassword, the password is"
                            + " changed and every other session ended; one that was given out for one sign-in asks for it"
                            + " (new-password-needed).")
    Mono<Session> signIn(@RequestBody Credentials typed, ServerWebExchange exchange) {
        String username = requiredAsTyped("username", typed.username(), LONGEST_NAME);
        String password = requiredAsTyped("password", typed.password(), LONGEST_PASSWORD);
        String chosen = typed.newPassword();
        if (chosen != null && chosen.length() > LONGEST_PASSWORD) {
            throw invalid(FieldFault.tooLong("newPassword", LONGEST_PASSWORD));
        }
        byAddress.take(addressOf(exchange.getRequest()));
        byName.take(SignInDesk.nameOf(username));
        return work.run(() -> desk.signIn(username, password, chosen, Trace.of(exchange)))
                .map(answer -> session(answer, exchange));
    }

    @PostMapping("/refresh")
    @Operation(summary = "续期 · A new access token for the session's cookie")
    Mono<Session> refresh(ServerWebExchange exchange) {
        String cookie = cookieOf(exchange);
        return work.run(() -> desk.refresh(cookie)).map(answer -> session(answer, exchange));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "退出 · Sign out")
    Mono<Void> signOut(ServerWebExchange exchange) {
        String cookie = cookieOf(exchange);
        return work.run(() -> desk.signOut(cookie, Trace.of(exchange)))
                .doOnNext(refused -> refused.ifPresent(why -> {
                    throw problem(why);
                }))
                .doOnNext(done -> exchange.getResponse().addCookie(cookie("", Duration.ZERO, exchange)))
                .then();
    }

    private static Session session(Answer answer, ServerWebExchange exchange) {
        return switch (answer) {
            case Answer.Rejected(Refused why) -> throw problem(why);
            case Answer.Granted(SignedIn granted) -> {
                if (granted.refreshToken() != null) {
                    exchange.getResponse().addCookie(cookie(granted.refreshToken(), granted.sessionLasts(), exchange));
                }
                yield new Session(granted.accessToken(), granted.expiresIn().toSeconds(), "Bearer");
            }
        };
    }

    private static ProblemException problem(Refused why) {
        int status = switch (why.code()) {
            case SignInDecider.WRONG_PASSWORD, "session-ended" -> 401;
            case SignInDecider.ACCOUNT_DISABLED, SignInDecider.PASSWORD_OVER, SignInDecider.NEW_PASSWORD_NEEDED -> 403;
            case NewPassword.TOO_WEAK -> 422;
            case SignInDecider.ACCOUNT_LOCKED -> 423;
            default -> 503;
        };
        return new ProblemException(status, why);
    }

    /** Unlike {@link FormText}, with its blanks: they are part of a password. */
    private static String requiredAsTyped(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw invalid(FieldFault.of(field, "required"));
        }
        if (value.length() > longest) {
            throw invalid(FieldFault.tooLong(field, longest));
        }
        return value;
    }

    private static ProblemException invalid(FieldFault fault) {
        return ProblemException.invalid(List.of(fault));
    }

    private static String addressOf(ServerHttpRequest request) {
        InetSocketAddress from = request.getRemoteAddress();
        return from == null || from.getAddress() == null
                ? "unknown"
                : from.getAddress().getHostAddress();
    }

    private static String cookieOf(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    /** SameSite=Strict: no other site's page can refresh or sign out with it. */
    private static ResponseCookie cookie(String value, Duration age, ServerWebExchange exchange) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .path(COOKIE_PATH)
                .maxAge(age)
                .build();
    }
}
