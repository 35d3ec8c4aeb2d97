package io.wangge.ledger.http.book;

import io.wangge.contracts.directory.Directory;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.desk.Discretion;
import io.wangge.ledger.desk.EntryNames;
import io.wangge.ledger.desk.ReadableData;
import io.wangge.ledger.entry.LedgerEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry for people.
 *
 * @param by who did it; staff with their name
 * @param state of the case after it
 * @param what the fact itself, with {@code {"hash", "value"}} or {@code {"hash", "erased"}} for free text
 */
record EntryView(
        String id,
        String stream,
        long seq,
        String type,
        String typeZh,
        String typeEn,
        Instant time,
        @Nullable By by,
        @Nullable UnitName unit,
        @Nullable Object state,
        Object what,
        String prevHash,
        String hash) {

    record By(
            @Nullable Object kind,
            @Nullable Object id,
            @Nullable String name) {}

    record UnitName(
            String id, @Nullable String nameZh, @Nullable String nameEn) {}

    static EntryView of(ReadableEntry readable, Directory directory, Discretion discretion) {
        LedgerEntry entry = readable.entry();
        Map<String, Object> data = discretion.shown(ReadableData.of(readable));
        Object actor = data.getOrDefault("by", data.get("firstReceiver"));
        EntryNames names = EntryNames.of(entry.type());
        return new EntryView(
                entry.id(),
                entry.stream(),
                entry.seq(),
                entry.type(),
                names.zh(),
                names.en(),
                entry.time(),
                by(actor, directory),
                unit(actor, directory),
                data.get("after") instanceof Map<?, ?> after ? after.get("state") : null,
                what(data),
                entry.prevHash(),
                entry.hash());
    }

    private static Object what(Map<String, Object> data) {
        Object what = data.get("what");
        if (what != null) {
            return what;
        }
        Map<String, Object> rest = new LinkedHashMap<>(data);
        rest.remove("by");
        return rest;
    }

    private static @Nullable By by(@Nullable Object actor, Directory directory) {
        if (!(actor instanceof Map<?, ?> map)) {
            return null;
        }
        String name = map.get("id") instanceof String id
                ? directory.caller(id).map(staff -> staff.name()).orElse(null)
                : null;
        return new By(map.get("kind"), map.get("id"), name);
    }

    private static @Nullable UnitName unit(@Nullable Object actor, Directory directory) {
        if (!(actor instanceof Map<?, ?> map) || !(map.get("unitId") instanceof String id)) {
            return null;
        }
        return directory
                .unit(id)
                .map(unit -> new UnitName(id, unit.nameZh(), unit.nameEn()))
                .orElseGet(() -> new UnitName(id, null, null));
    }
}
