package io.wangge.kit.door;

import io.wangge.kit.trace.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the trace of the request to the thread and tells the caller its id. */
class TraceFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceparent = Traces.continued(request.getHeader(Traces.HEADER));
        response.setHeader(Traces.HEADER, traceparent);
        try (Traces.Scope scope = Traces.open(traceparent)) {
            chain.doFilter(request, response);
        }
    }
}
