package io.wangge.ledger.mongo.score;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.score.ScoreSheet;
import io.wangge.ledger.score.ScoreShelf;
import io.wangge.ledger.score.UnitScore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Published sheets as JSON texts. The scores of a run are written first and its sheet last: whoever reads a sheet finds
 * all of its scores, and of two replicas the one that comes second takes its own scores away.
 */
public final class MongoScoreShelf implements ScoreShelf {
    private static final int ALL_AT_ONCE = 10_000;

    private final MongoCollection<Document> sheets;
    private final MongoCollection<Document> scores;

    public MongoScoreShelf(MongoDatabase database) {
        this.sheets = database.getCollection(ScoreMigrations.SHEETS);
        this.scores = database.getCollection(ScoreMigrations.SCORES);
    }

    @Override
    public Optional<ScoreSheet> find(String id) {
        return Optional.ofNullable(sheets.find(Filters.eq("_id", id)).first()).map(MongoScoreShelf::sheet);
    }

    private static ScoreSheet sheet(Document document) {
        return EventJson.MAPPER.readValue(document.getString("json"), ScoreSheet.class);
    }

    @Override
    public List<ScoreSheet> sheets(@Nullable YearMonth month) {
        return sheets.find(month == null ? new Document() : Filters.eq("month", month.toString()))
                .sort(Sorts.orderBy(Sorts.descending("month"), Sorts.ascending("_id")))
                .limit(MOST)
                .map(MongoScoreShelf::sheet)
                .into(new ArrayList<>());
    }

    @Override
    public ScoreSheet publish(ScoreSheet sheet, List<UnitScore> all) {
        List<Document> documents = new ArrayList<>();
        for (UnitScore score : all) {
            documents.add(new Document("_id", sheet.run() + "/" + score.unitId())
                    .append("run", sheet.run())
                    .append("order", documents.size())
                    .append("path", score.path())
                    .append("json", EventJson.MAPPER.writeValueAsString(score)));
        }
        if (!documents.isEmpty()) {
            scores.insertMany(documents);
        }
        Document whole = new Document("_id", sheet.id())
                .append("month", sheet.month().toString())
                .append("json", EventJson.MAPPER.writeValueAsString(sheet));
        if (Inserts.first(sheets, whole)) {
            return sheet;
        }
        scores.deleteMany(Filters.eq("run", sheet.run()));
        return find(sheet.id()).orElseThrow();
    }

    @Override
    public List<UnitScore> scores(ScoreSheet sheet, @Nullable Collection<String> units) {
        Bson run = Filters.eq("run", sheet.run());
        return scores.find(units == null ? run : Filters.and(run, Filters.in("path", units)))
                .sort(Sorts.ascending("order"))
                .batchSize(ALL_AT_ONCE)
                .map(MongoScoreShelf::score)
                .into(new ArrayList<>());
    }

    private static UnitScore score(Document document) {
        return EventJson.MAPPER.readValue(document.getString("json"), UnitScore.class);
    }

    @Override
    public Optional<UnitScore> score(ScoreSheet sheet, String unitId) {
        return Optional.ofNullable(scores.find(Filters.eq("_id", sheet.run() + "/" + unitId))
                        .first())
                .map(MongoScoreShelf::score);
    }
}
