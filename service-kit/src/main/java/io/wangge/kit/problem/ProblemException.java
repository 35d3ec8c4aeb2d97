package io.wangge.kit.problem;

import io.wangge.contracts.Refused;
import java.util.List;
import java.util.Map;

/** Ends a request with an RFC 9457 problem; thrown at the HTTP door only, domain code returns {@link Refused}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Refused refused;
    private final transient List<FieldFault> faults;

    private ProblemException(int status, Refused refused, List<FieldFault> faults) {
        super(refused.code());
        this.status = status;
        this.refused = refused;
        this.faults = List.copyOf(faults);
    }

    public ProblemException(int status, Refused refused) {
        this(status, refused, List.of());
    }

    public ProblemException(int status, String code, Map<String, Object> facts) {
        this(status, new Refused(code, facts));
    }

    public ProblemException(int status, String code) {
        this(status, code, Map.of());
    }

    /** 400 {@code invalid-field}, every fault named at once; at least one. */
    public static ProblemException invalid(List<FieldFault> faults) {
        return new ProblemException(400, Refused.of(ProblemCodes.INVALID_FIELD), faults);
    }

    /** 400 {@code invalid-field} for one field. */
    public static ProblemException invalid(String field, String reason) {
        return invalid(List.of(FieldFault.of(field, reason)));
    }

    public int status() {
        return status;
    }

    public Refused refused() {
        return refused;
    }

    /** What is wrong with which field; empty unless the code is {@code invalid-field}. */
    public List<FieldFault> faults() {
        return faults;
    }
}
