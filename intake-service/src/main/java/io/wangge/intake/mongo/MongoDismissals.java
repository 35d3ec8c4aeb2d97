package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.intake.alike.Dismissals;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** The collection {@code alike_dismissals}: who, and the pair in one order, as the key. Ends with its usefulness. */
public final class MongoDismissals implements Dismissals {
    static final String COLLECTION = "alike_dismissals";
    /** Longer than any two reports may lie apart and still be proposed. */
    static final long KEPT_DAYS = 62;

    private final MongoCollection<Document> dismissals;

    public MongoDismissals(MongoDatabase database) {
        this.dismissals = database.getCollection(COLLECTION);
    }

    @Override
    public void dismiss(String staffId, String reportId, String otherId, Instant at) {
        dismissals.updateOne(
                Filters.eq("_id", key(staffId, reportId, otherId)),
                Updates.set("at", Date.from(at)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public Set<String> among(String staffId, String reportId, Collection<String> others) {
        Map<String, String> byKey = new HashMap<>();
        others.forEach(other -> byKey.put(key(staffId, reportId, other), other));
        Set<String> dismissed = new HashSet<>();
        dismissals
                .find(Filters.in("_id", byKey.keySet()))
                .forEach(document -> dismissed.add(String.valueOf(byKey.get(document.getString("_id")))));
        return dismissed;
    }

    private static String key(String staffId, String one, String other) {
        return one.compareTo(other) <= 0 ? staffId + " " + one + " " + other : staffId + " " + other + " " + one;
    }
}
