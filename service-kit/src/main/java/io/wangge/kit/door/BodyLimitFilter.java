package io.wangge.kit.door;

import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body that says its length is refused before a byte is read; a chunked one when it has gone too far. */
class BodyLimitFilter extends OncePerRequestFilter {
    private final long maxBytes;
    private final Map<String, DataSize> larger;
    private final ProblemResponses problems;

    /** @param larger beginnings of paths → their own limit */
    BodyLimitFilter(long maxBytes, Map<String, DataSize> larger, ProblemResponses problems) {
        this.maxBytes = maxBytes;
        this.larger = larger;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        long most = limitOf(request.getServletPath());
        if (length > most) {
            problems.write(tooLarge(most), request, response);
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new LimitedBody(request, most), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long limitOf(String path) {
        if (larger.isEmpty()) {
            return maxBytes;
        }
        return larger.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .mapToLong(entry -> entry.getValue().toBytes())
                .max()
                .orElse(maxBytes);
    }

    static ProblemException tooLarge(long maxBytes) {
        return new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, Map.of("limit", maxBytes));
    }
}
