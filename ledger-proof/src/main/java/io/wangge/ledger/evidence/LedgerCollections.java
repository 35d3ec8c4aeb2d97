package io.wangge.ledger.evidence;

/** Where the ledger stands in its database. */
public final class LedgerCollections {
    public static final String ENTRIES = "entries";
    /** Erasable texts of entries that were written before texts stood beside the data in the entry's own document. */
    public static final String ERASABLES = "erasables";
    /** Heads of the chains. */
    public static final String STREAMS = "streams";

    public static final String PAGES = "pages";
    public static final String SEALS = "seals";
    public static final String DAYS = "day_seals";
    /** One document: who seals, until when, under which fencing number, and the last seal. */
    public static final String SEALER = "sealer";

    /** How far archive and rebuild have come, one document each. */
    public static final String UPKEEP = "upkeep";

    private LedgerCollections() {}
}
