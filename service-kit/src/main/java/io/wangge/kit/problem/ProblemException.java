package io.wangge.kit.problem;

import io.wangge.contracts.Refused;
import java.util.Map;

/** Ends a request with an RFC 9457 problem; thrown at the HTTP door only, domain code returns {@link Refused}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Refused refused;

    public ProblemException(int status, Refused refused) {
        super(refused.code());
        this.status = status;
        this.refused = refused;
    }

    public ProblemException(int status, String code, Map<String, Object> facts) {
        this(status, new Refused(code, facts));
    }

    public ProblemException(int status, String code) {
        this(status, code, Map.of());
    }

    public int status() {
        return status;
    }

    public Refused refused() {
        return refused;
    }
}
