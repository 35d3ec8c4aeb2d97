package io.wangge.ledger.evidence;

import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Pages, seals and days ↔ documents; what somebody changed reads as something that does not hold. */
public final class SealDocuments {
    /** Of a page: the day in whose archive its entries stand. Of a day: that all of it is archived. Of a stream: its part. */
    public static final String ARCHIVED = "archived";

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_BYTES = 32;

    private SealDocuments() {}

    public static Document page(Page page) {
        byte[] hashes = new byte[page.hashes().size() * HASH_BYTES];
        for (int i = 0; i < page.hashes().size(); i++) {
            System.arraycopy(HEX.parseHex(page.hashes().get(i)), 0, hashes, i * HASH_BYTES, HASH_BYTES);
        }
        return new Document("_id", new ObjectId(page.id()))
                .append("recordedAt", Date.from(page.recordedAt()))
                .append("entries", page.entryIds().size())
                .append("ids", page.entryIds())
                .append("hashes", new Binary(hashes))
                .append("root", page.root());
    }

    public static Page page(Document document) {
        byte[] bytes = document.get("hashes") instanceof Binary binary ? binary.getData() : new byte[0];
        List<String> hashes = new ArrayList<>(bytes.length / HASH_BYTES);
        for (int at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
            hashes.add(HEX.formatHex(bytes, at, at + HASH_BYTES));
        }
        return new Page(
                EntryReading.idOf(document),
                instant(document, "recordedAt"),
                document.get("seal") instanceof Number seal ? seal.longValue() : null,
                strings(document, "ids"),
                hashes,
                EntryReading.text(document, "root"),
                document.get(ARCHIVED) instanceof String day ? day : null);
    }

    private static List<String> strings(Document document, String field) {
        return document.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    public static Document seal(Seal seal) {
        Document document = new Document("_id", seal.no())
                .append("day", seal.day())
                .append("closedAt", Date.from(seal.closedAt()))
                .append("prevHash", seal.prevHash())
                .append(
                        "pages",
                        seal.pages().stream()
                                .map(page -> new Document("id", new ObjectId(page.id()))
                                        .append("root", page.root())
                                        .append("entries", page.entries()))
                                .toList())
                .append("entries", seal.entries())
                .append("root", seal.root())
                .append("hash", seal.hash());
        return signed(document, seal.signature());
    }

    public static Seal seal(Document document) {
        return new Seal(
                number(document, "_id"),
                EntryReading.text(document, "day"),
                instant(document, "closedAt"),
                EntryReading.text(document, "prevHash"),
                document.getList("pages", Document.class, List.of()).stream()
                        .map(page -> new Page.Ref(String.valueOf(page.get("id")), EntryReading.text(page, "root"), (int)
                                number(page, "entries")))
                        .toList(),
                number(document, "entries"),
                EntryReading.text(document, "root"),
                EntryReading.text(document, "hash"),
                signature(document));
    }

    public static Document day(DaySeal day) {
        Document document = new Document("_id", day.no())
                .append("day", day.day())
                .append("firstSeal", day.firstSeal())
                .append("lastSeal", day.lastSeal())
                .append("root", day.root())
                .append("prevHash", day.prevHash())
                .append("hash", day.hash());
        return signed(document, day.signature());
    }

    public static DaySeal day(Document document) {
        return new DaySeal(
                number(document, "_id"),
                EntryReading.text(document, "day"),
                number(document, "firstSeal"),
                number(document, "lastSeal"),
                EntryReading.text(document, "root"),
                EntryReading.text(document, "prevHash"),
                EntryReading.text(document, "hash"),
                signature(document));
    }

    private static Document signed(Document document, @Nullable Signature signature) {
        return signature == null
                ? document
                : document.append("keyId", signature.keyId()).append("signature", signature.value());
    }

    private static @Nullable Signature signature(Document document) {
        return document.get("signature") instanceof String value
                ? new Signature(EntryReading.text(document, "keyId"), value)
                : null;
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : -1;
    }

    private static Instant instant(Document document, String field) {
        return document.get(field) instanceof Date date ? date.toInstant() : Instant.EPOCH;
    }
}
