package io.wangge.ledger.mongo.callback;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.callback.RoundLink;
import io.wangge.ledger.desk.RoundLinks;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Links by the hash of their token. That one was used stands in its round, in one write with the answer. */
public final class MongoRoundLinks implements RoundLinks {

    private final MongoCollection<Document> links;

    public MongoRoundLinks(MongoDatabase database) {
        this.links = database.getCollection(CallbackMigrations.LINKS);
    }

    @Override
    public void keep(RoundLink link) {
        links.insertOne(document(link));
    }

    @Override
    public void keepAll(List<RoundLink> many) {
        Inserts.each(links, many.stream().map(MongoRoundLinks::document).toList());
    }

    private static Document document(RoundLink link) {
        return new Document("_id", link.id())
                .append("roundId", link.roundId())
                .append("residentId", link.residentId())
                .append("madeAt", Date.from(link.madeAt()))
                .append("expiresAt", Date.from(link.expiresAt()));
    }

    @Override
    public Optional<RoundLink> find(String id) {
        return Optional.ofNullable(links.find(Filters.eq("_id", id)).first())
                .map(document -> new RoundLink(
                        id,
                        document.getString("roundId"),
                        document.getString("residentId"),
                        document.getDate("madeAt").toInstant(),
                        document.getDate("expiresAt").toInstant()));
    }
}
