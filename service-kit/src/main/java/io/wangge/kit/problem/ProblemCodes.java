package io.wangge.kit.problem;

/** Codes that any service may answer with; each has its texts in {@code problems_*.properties}. */
public final class ProblemCodes {
    /** 404, also for what lies outside of the caller's scope. */
    public static final String NOT_FOUND = "not-found";
    /** 400 */
    public static final String MALFORMED_JSON = "malformed-json";
    /** 400, facts field and reason of the first fault, all of them under {@code errors}. */
    public static final String INVALID_FIELD = "invalid-field";
    /** 413, fact limit in bytes. */
    public static final String BODY_TOO_LARGE = "body-too-large";
    /** 415 */
    public static final String UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type";
    /** 406 */
    public static final String NOT_ACCEPTABLE = "not-acceptable";
    /** 405 */
    public static final String METHOD_NOT_ALLOWED = "method-not-allowed";
    /** 400 for a request that the server cannot make sense of. */
    public static final String BAD_REQUEST = "bad-request";
    /** 401 */
    public static final String NOT_SIGNED_IN = "not-signed-in";
    /** 401 */
    public static final String TOKEN_EXPIRED = "token-expired";
    /** 401 */
    public static final String TOKEN_INVALID = "token-invalid";
    /** 403 */
    public static final String NOT_ALLOWED = "not-allowed";
    /** 428 */
    public static final String IF_MATCH_MISSING = "if-match-missing";
    /** 412, fact current. */
    public static final String STALE_VERSION = "stale-version";
    /** 409 */
    public static final String SAME_ID_OTHER_CONTENT = "same-id-other-content";
    /** 503 with Retry-After. */
    public static final String OUTCOME_UNKNOWN = "outcome-unknown";
    /** 503 with Retry-After. */
    public static final String OUTBOX_FULL = "outbox-full";
    /** 503 with Retry-After. */
    public static final String NOT_READY = "not-ready";
    /** 503 with Retry-After. */
    public static final String STORE_UNAVAILABLE = "store-unavailable";
    /** 503 with Retry-After; the gateway's word for a service that is down. */
    public static final String SERVICE_UNAVAILABLE = "service-unavailable";
    /** 429 with Retry-After. */
    public static final String TOO_MANY_REQUESTS = "too-many-requests";
    /** 500 */
    public static final String INTERNAL_ERROR = "internal-error";

    private ProblemCodes() {}
}
