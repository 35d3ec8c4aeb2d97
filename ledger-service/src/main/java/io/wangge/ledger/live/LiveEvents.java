package io.wangge.ledger.live;

import io.wangge.contracts.Actor;
import io.wangge.contracts.report.Nature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the ledger as live events. */
public final class LiveEvents {
    private LiveEvents() {}

    /**
     * @param place where it stands
     * @param caseId null for what belongs to no case, such as sign-ins, which is not shown
     * @param data of the entry, as its producer said it
     */
    public static LiveEvent of(
            String id,
            Place place,
            String type,
            Instant time,
            String caseId,
            List<String> scopeUnits,
            Map<String, Object> data) {
        Map<?, ?> after = part(data, "after");
        // 举报: who took it in may be the one who reported.
        boolean tipOff = Nature.TIP_OFF.name().equals(data.get("nature"));
        Map<?, ?> by = tipOff ? Map.of() : part(data, data.containsKey("firstReceiver") ? "firstReceiver" : "by");
        return new LiveEvent(
                id,
                place.position(),
                place.reached(),
                type,
                time,
                caseId,
                text(after, "caseNumber"),
                text(after, "state"),
                text(after.isEmpty() ? data : after, "category"),
                text(after, "level"),
                Actor.Kind.RESIDENT.name().equals(text(by, "kind")) ? null : text(by, "id"),
                text(by, "unitId"),
                scopeUnits);
    }

    /** @param position of the event @param reached of its batch */
    public record Place(String position, long reached) {}

    private static Map<?, ?> part(Map<?, ?> data, String name) {
        return data.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : null;
    }
}
