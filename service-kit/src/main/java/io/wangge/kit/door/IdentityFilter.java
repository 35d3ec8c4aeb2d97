package io.wangge.kit.door;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.identity.TokenCheck;
import io.wangge.kit.identity.TokenVerifier;
import io.wangge.kit.problem.Failures;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody gets further without a token of a member of staff whom the directory knows now. The operators' pages under
 * /actuator, but for health, are for administrators.
 */
class IdentityFilter extends OncePerRequestFilter {
    static final String CALLER = IdentityFilter.class.getName() + ".caller";

    private static final String SCHEME = "bearer ";
    private static final List<String> ALWAYS_OPEN = List.of("/actuator/health/**", "/v3/api-docs/**", "/error");

    private final TokenVerifier tokens;
    private final DirectoryCopy directory;
    private final List<String> openPaths;
    private final ProblemResponses problems;

    IdentityFilter(TokenVerifier tokens, DirectoryCopy directory, List<String> publicPaths, ProblemResponses problems) {
        this.tokens = tokens;
        this.directory = directory;
        this.openPaths = java.util.stream.Stream.concat(ALWAYS_OPEN.stream(), publicPaths.stream())
                .toList();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                || openPaths.stream().anyMatch(open -> matches(open, request.getServletPath()));
    }

    private static boolean matches(String open, String path) {
        if (!open.endsWith("/**")) {
            return path.equals(open);
        }
        String beginning = open.substring(0, open.length() - "/**".length());
        return path.equals(beginning) || path.startsWith(beginning + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = callerOf(request);
        } catch (RuntimeException e) {
            problems.write(Failures.passing(e).orElseThrow(() -> e), request, response);
            return;
        }
        request.setAttribute(CALLER, caller);
        chain.doFilter(request, response);
    }

    private Caller callerOf(HttpServletRequest request) {
        return switch (tokens.check(bearer(request.getHeader(HttpHeaders.AUTHORIZATION)))) {
            case TokenCheck.Refused refused -> throw new ProblemException(401, refused.code());
            case TokenCheck.Valid valid ->
                directory
                        .current()
                        .caller(valid.staffId())
                        .filter(caller -> mayGoTo(request.getServletPath(), caller))
                        .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
        };
    }

    private static boolean mayGoTo(String path, Caller caller) {
        return !path.startsWith("/actuator") || caller.has(Role.ADMIN);
    }

    private static String bearer(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw new ProblemException(401, ProblemCodes.NOT_SIGNED_IN);
        }
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new ProblemException(401, ProblemCodes.TOKEN_INVALID);
        }
        return authorization.substring(SCHEME.length()).trim();
    }
}
