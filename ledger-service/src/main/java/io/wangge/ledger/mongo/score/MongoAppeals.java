package io.wangge.ledger.mongo.score;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.Appeals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Appeals, found by any unit of their path. */
public final class MongoAppeals implements Appeals {
    private final MongoCollection<Document> appeals;
    private final AppealMapper mapper = new AppealMapper();

    public MongoAppeals(MongoDatabase database) {
        this.appeals = database.getCollection(ScoreMigrations.APPEALS);
    }

    @Override
    public List<Appeal> granted(Collection<String> units, YearMonth month) {
        return appeals.find(Filters.and(
                        Filters.in("unitPath", units),
                        Filters.eq("month", month.toString()),
                        Filters.eq("ruling.granted", true)))
                .sort(Sorts.ascending("at", "_id"))
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Appeal> of(Collection<String> units, @Nullable YearMonth month, @Nullable Boolean open) {
        List<Bson> filter = new ArrayList<>(List.of(Filters.in("unitPath", units)));
        if (month != null) {
            filter.add(Filters.eq("month", month.toString()));
        }
        if (open != null) {
            filter.add(Filters.exists("ruling", !open));
        }
        return appeals.find(Filters.and(filter))
                .sort(Sorts.descending("at", "_id"))
                .limit(MOST)
                .map(this::read)
                .into(new ArrayList<>());
    }

    private Appeal read(Document document) {
        return mapper.fromDocument(document.getString("_id"), document);
    }
}
