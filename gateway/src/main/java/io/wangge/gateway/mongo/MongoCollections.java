package io.wangge.gateway.mongo;

/** Names of the gateway's collections. */
public final class MongoCollections {
    public static final String ACCOUNTS = "accounts";
    public static final String SIGN_INS = "sign_ins";
    public static final String SCREENS = "screens";
    static final String SESSIONS = "sessions";
    static final String SIGNING_KEYS = "signing_keys";

    private MongoCollections() {}
}
