package io.wangge.kit.door;

import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body that says its length is refused before a byte is read; a chunked one when it has gone too far. */
class BodyLimitFilter extends OncePerRequestFilter {
    private final long maxBytes;
    private final ProblemResponses problems;

    BodyLimitFilter(long maxBytes, ProblemResponses problems) {
        this.maxBytes = maxBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > maxBytes) {
            problems.write(tooLarge(maxBytes), request, response);
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new LimitedBody(request, maxBytes), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static ProblemException tooLarge(long maxBytes) {
        return new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, Map.of("limit", maxBytes));
    }
}
