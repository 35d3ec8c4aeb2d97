package io.wangge.ledger.evidence;

import io.wangge.ledger.chain.Chain;
import io.wangge.ledger.chain.Evidence;
import io.wangge.ledger.entry.CanonicalJson;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.entry.StreamHead;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Documents of {@code entries} as they stand, also when somebody changed them behind our back: what is not of its type
 * reads as empty, so that its hash does not hold.
 */
public final class EntryReading {
    private EntryReading() {}

    public static LedgerEntry entry(Document document) {
        return new LedgerEntry(
                text(document, "stream"),
                document.get("seq") instanceof Number seq ? seq.longValue() : -1,
                text(document, "type"),
                document.get("time") instanceof Date time ? time.toInstant() : Instant.EPOCH,
                data(document),
                text(document, "prevHash"),
                text(document, "hash"));
    }

    /** Canonical text; entries of the first months hold a tree of documents. */
    private static String data(Document document) {
        try {
            return document.get("data") instanceof Document tree ? CanonicalJson.of(tree) : text(document, "data");
        } catch (IllegalArgumentException e) {
            // Somebody put a value into it that JSON does not have.
            return "";
        }
    }

    /** @param document of {@code entries}, or of {@code erasables}: both hold {@code texts} under the entry's id */
    public static List<ErasableText> texts(Document document) {
        return document.getList("texts", Document.class, List.of()).stream()
                .map(text ->
                        new ErasableText(idOf(document), text(text, "path"), text(text, "value"), text(text, "salt")))
                .toList();
    }

    /** Whether its texts stand in {@code erasables}. */
    public static boolean isOfOldForm(Document document) {
        return document.get("data") instanceof Document;
    }

    public static Evidence evidence(Document document, List<ErasableText> texts) {
        return new Evidence(idOf(document), entry(document), texts);
    }

    public static StreamHead head(Document head) {
        return new StreamHead(
                head.getString("_id"), head.get("seq", Number.class).longValue(), head.getString("hash"));
    }

    /** The part of a chain that stands in the database: behind what is archived of it. */
    public static Chain chain(Document head) {
        StreamHead end = head(head);
        return head.get(SealDocuments.ARCHIVED) instanceof Document archived
                ? new Chain(
                        new StreamHead(
                                end.stream(),
                                archived.get("seq") instanceof Number seq ? seq.longValue() : 0,
                                text(archived, "hash")),
                        end)
                : Chain.whole(end);
    }

    /** How many entries of a stream are archived, from its first on. */
    static long archivedSeq(Document head) {
        return head.get(SealDocuments.ARCHIVED) instanceof Document archived
                        && archived.get("seq") instanceof Number seq
                ? seq.longValue()
                : 0;
    }

    /** Days in whose archives entries of a stream, or of its case, stand. */
    static List<String> archivedDays(Document head) {
        return head.get("archivedDays") instanceof List<?> days
                ? days.stream().map(String::valueOf).toList()
                : List.of();
    }

    static String idOf(Document document) {
        return String.valueOf(document.get("_id"));
    }

    static String text(Document document, String field) {
        return document.get(field) instanceof String text ? text : "";
    }
}
