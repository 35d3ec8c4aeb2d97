package io.wangge.ledger.chain;

/**
 * The first place where a ledger is not as it was written.
 *
 * @param entryId {@code stream/seq} of an entry; {@code archive/DATE} where an archive is gone; {@code seal/NO}, {@code page/ID} or {@code day/DATE} where the seals are not
 *     as they were closed
 */
public record Finding(String entryId, Kind kind) {

    /** What happened there. */
    public enum Kind {
        ALTERED("记录内容被改动", "its content was changed"),
        MISSING("记录缺失", "it is missing"),
        ADDED("多出了不属于本链的记录", "it does not belong to the chain"),
        REORDERED("记录次序被调换", "it stands in another's place"),
        FORGED("签名不符", "its signature does not hold");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }
}
