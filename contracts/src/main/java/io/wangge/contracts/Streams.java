package io.wangge.contracts;

/**
 * Names of streams. A stream has one producer, and its events are numbered 1, 2, 3, … without gaps, so that a consumer
 * sees what is missing and what it has had before.
 */
public final class Streams {
    private Streams() {}

    public static String report(String reportId) {
        return "report/" + reportId;
    }

    public static String ofCase(String caseId) {
        return "case/" + caseId;
    }

    /** @param roundId {@code caseId.n} */
    public static String round(String roundId) {
        return "round/" + roundId;
    }

    /** @param ratingId made by the device that it was given on */
    public static String rating(String ratingId) {
        return "rating/" + ratingId;
    }

    /** @param awardId made by the client */
    public static String award(String awardId) {
        return "award/" + awardId;
    }

    /** @param sanctionId made by the client */
    public static String sanction(String sanctionId) {
        return "sanction/" + sanctionId;
    }

    /** @param scoringId made by the client */
    public static String scoring(String scoringId) {
        return "scoring/" + scoringId;
    }

    /** @param appealId {@code caseId.unitId}: a unit appeals once against the overdue of a case */
    public static String appeal(String appealId) {
        return "appeal/" + appealId;
    }

    /** @param noticeId made from what caused it, so that the same is said once */
    public static String notice(String noticeId) {
        return "notice/" + noticeId;
    }

    public static String account(String accountId) {
        return "account/" + accountId;
    }

    /** @param keyId of a key that another system writes with */
    public static String apiKey(String keyId) {
        return "api-key/" + keyId;
    }

    /** @param screenId of a screen on a wall */
    public static String screen(String screenId) {
        return "screen/" + screenId;
    }

    /** @param actId made by the client that replayed or discarded them */
    public static String deadLetters(String actId) {
        return "dead-letters/" + actId;
    }

    public static String directory(String kind) {
        return "directory/" + kind;
    }

    /** What the ledger publishes of its seals. */
    public static String seals() {
        return "seal/ledger";
    }

    /** What the ledger publishes of its days. */
    public static String daySeals() {
        return "day/ledger";
    }

    /** @param erasureId made by the client that asked for it */
    public static String erasure(String erasureId) {
        return "erasure/" + erasureId;
    }

    /** @param revealId made by the client that asked for it */
    public static String reveal(String revealId) {
        return "reveal/" + revealId;
    }

    /** The part behind the first slash: the id of the thing whose stream it is. */
    public static String subjectOf(String stream) {
        return stream.substring(stream.indexOf('/') + 1);
    }
}
