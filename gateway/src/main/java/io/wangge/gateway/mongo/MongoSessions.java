package io.wangge.gateway.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.gateway.session.Session;
import io.wangge.gateway.session.Sessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code sessions}: hashes of refresh secrets; MongoDB removes a session when it is over. */
public final class MongoSessions implements Sessions {
    private static final int MOST_SHOWN = 50;

    private final MongoCollection<Document> sessions;

    public MongoSessions(MongoDatabase database) {
        this.sessions = database.getCollection(MongoCollections.SESSIONS);
    }

    @Override
    public void begin(Session session) {
        sessions.insertOne(document(session));
    }

    @Override
    public Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.find(Filters.eq("_id", id)).first()).map(MongoSessions::session);
    }

    @Override
    public boolean rotate(Session before, Session after) {
        return sessions.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", before.id()), Filters.eq("secretHash", before.secretHash())),
                                document(after))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void end(String id) {
        sessions.deleteOne(Filters.eq("_id", id));
    }

    @Override
    public List<Session> of(String username) {
        return sessions.find(Filters.eq("username", username))
                .sort(Sorts.descending("rotatedAt"))
                .limit(MOST_SHOWN)
                .map(MongoSessions::session)
                .into(new ArrayList<>());
    }

    @Override
    public void endBefore(String username, Instant began) {
        sessions.deleteMany(Filters.and(Filters.eq("username", username), Filters.lt("startedAt", Date.from(began))));
    }

    @Override
    public void endAllOf(String username) {
        sessions.deleteMany(Filters.eq("username", username));
    }

    private static Document document(Session session) {
        Document document = new Document("_id", session.id())
                .append("username", session.username())
                .append("staffId", session.staffId())
                .append("secretHash", session.secretHash());
        if (session.previousHash() != null) {
            document.append("previousHash", session.previousHash());
        }
        return document.append("rotatedAt", Date.from(session.rotatedAt()))
                .append("startedAt", Date.from(session.startedAt()))
                .append("endsAt", Date.from(session.endsAt()));
    }

    private static Session session(Document document) {
        return new Session(
                document.getString("_id"),
                document.getString("username"),
                document.getString("staffId"),
                document.getString("secretHash"),
                document.getString("previousHash"),
                document.getDate("rotatedAt").toInstant(),
                document.getDate("startedAt").toInstant(),
                document.getDate("endsAt").toInstant());
    }
}
