package io.wangge.gateway.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.gateway.session.Endings;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Reads {@code sign_ins} by what was ended there. */
public final class MongoEndings implements Endings {
    private final MongoCollection<Document> records;

    public MongoEndings(MongoDatabase database) {
        this.records = database.getCollection(MongoCollections.SIGN_INS);
    }

    @Override
    public Map<String, Instant> after(Instant moment) {
        Map<String, Instant> found = new HashMap<>();
        records.find(Filters.gt(SignInRecordMapper.SESSIONS_FROM, Date.from(moment)))
                .projection(Projections.include(SignInRecordMapper.SESSIONS_FROM))
                .forEach(record -> found.put(
                        record.getString("_id"),
                        record.getDate(SignInRecordMapper.SESSIONS_FROM).toInstant()));
        return found;
    }
}
