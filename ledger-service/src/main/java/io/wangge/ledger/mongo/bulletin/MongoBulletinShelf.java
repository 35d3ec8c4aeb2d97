package io.wangge.ledger.mongo.bulletin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.bulletin.BulletinKind;
import io.wangge.ledger.bulletin.BulletinShelf;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Bulletins as JSON texts, just as they were shown; of several replicas the first one's stands. */
public final class MongoBulletinShelf implements BulletinShelf {
    private static final String COLLECTION = "bulletins";

    private final MongoCollection<Document> bulletins;
    private final MongoCollection<Document> cases;

    public MongoBulletinShelf(MongoDatabase database) {
        this.bulletins = database.getCollection(COLLECTION);
        this.cases = database.getCollection(CaseFactsDocuments.COLLECTION);
    }

    public static Migration migration(int number) {
        return new Migration(
                number,
                "bulletins: those of a unit, latest first",
                List.of(new Document("createIndexes", COLLECTION)
                        .append(
                                "indexes",
                                List.of(new Document("name", "of_unit_latest_first")
                                        .append(
                                                "key",
                                                new Document("unitPath", 1)
                                                        .append("to", -1)
                                                        .append("_id", -1))))));
    }

    @Override
    public Optional<Bulletin> find(String id) {
        return Optional.ofNullable(bulletins.find(Filters.eq("_id", id)).first())
                .map(document -> EventJson.MAPPER.readValue(document.getString("json"), Bulletin.class));
    }

    @Override
    public Bulletin put(Bulletin bulletin) {
        Bulletin.Head head = bulletin.head();
        Document document = new Document("_id", head.id())
                .append("kind", head.kind().name())
                .append("unitId", head.unitId())
                .append("unitPath", head.unitPath())
                .append("period", head.period())
                .append("to", head.to().toString())
                .append("head", EventJson.MAPPER.writeValueAsString(head))
                .append("json", EventJson.MAPPER.writeValueAsString(bulletin));
        return Inserts.first(bulletins, document) ? bulletin : find(head.id()).orElseThrow();
    }

    @Override
    public Set<String> known(Collection<String> ids) {
        return bulletins
                .find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public List<Bulletin.Head> list(
            Collection<String> units, boolean below, @Nullable BulletinKind kind, @Nullable String period, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(Filters.in("unitPath", units)));
        if (!below) {
            filter.add(Filters.in("unitId", units));
        }
        if (kind != null) {
            filter.add(Filters.eq("kind", kind.name()));
        }
        if (period != null) {
            filter.add(Filters.eq("period", period));
        }
        return bulletins
                .find(Filters.and(filter))
                .projection(Projections.include("head"))
                .sort(Sorts.descending("to", "_id"))
                .limit(limit)
                .map(document -> EventJson.MAPPER.readValue(document.getString("head"), Bulletin.Head.class))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(cases.find(Filters.exists("fig.opened"))
                        .projection(Projections.include("fig.opened"))
                        .sort(Sorts.ascending("fig.opened"))
                        .first())
                .map(found -> Days.day(found.get("fig", Document.class).getInteger("opened")));
    }
}
