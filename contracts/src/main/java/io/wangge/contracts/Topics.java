package io.wangge.contracts;

import java.util.List;

/**
 * The topics between services. Each is created by the service that owns it; only its owner's events stand in it, but
 * for notices and audit, which anyone may write.
 */
public final class Topics {
    /** intake → dispatch, ledger; key = report id. */
    public static final String REPORTS = "grid.reports.v1";
    /** dispatch → ledger, intake; key = case id. */
    public static final String CASES = "grid.cases.v1";
    /** ledger → dispatch; key = case id. */
    public static final String CALLBACKS = "grid.callbacks.v1";
    /** any → intake, which knows the contacts and sends; key = who is told. Created by whoever comes first. */
    public static final String NOTICES = "grid.notices.v1";
    /** any → ledger. */
    public static final String AUDIT = "grid.audit.v1";
    /** ledger → whoever keeps its seals outside the ledger; kept for ever, one partition. */
    public static final String SEALS = "grid.seals.v1";
    /** dispatch → all; compacted, one partition, key = kind/id/version. */
    public static final String DIRECTORY = "grid.directory.v1";

    public static final List<String> ALL = List.of(REPORTS, CASES, CALLBACKS, NOTICES, AUDIT, SEALS, DIRECTORY);

    private Topics() {}

    /** Where messages of {@code topic} go that can be neither decoded nor applied. */
    public static String deadLetters(String topic) {
        return topic + ".dlt";
    }
}
