package io.wangge.ledger.mongo.score;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.score.Draft;
import io.wangge.ledger.score.Edition;
import io.wangge.ledger.score.FormulaShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Formulae as JSON texts: what was brought into force stays as it was, digit for digit. */
public final class MongoFormulaShelf implements FormulaShelf {
    private final MongoCollection<Document> editions;
    private final MongoCollection<Document> drafts;

    public MongoFormulaShelf(MongoDatabase database) {
        this.editions = database.getCollection(ScoreMigrations.FORMULAE);
        this.drafts = database.getCollection(ScoreMigrations.DRAFTS);
    }

    @Override
    public List<Edition> editions() {
        return editions.find()
                .sort(Sorts.ascending("formula", "version"))
                .map(document -> EventJson.MAPPER.readValue(document.getString("json"), Edition.class))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Draft> draft(String formulaId) {
        return Optional.ofNullable(drafts.find(Filters.eq("_id", formulaId)).first())
                .map(MongoFormulaShelf::draft);
    }

    private static Draft draft(Document document) {
        return EventJson.MAPPER.readValue(document.getString("json"), Draft.class);
    }

    @Override
    public List<Draft> drafts() {
        return drafts.find()
                .sort(Sorts.ascending("_id"))
                .map(MongoFormulaShelf::draft)
                .into(new ArrayList<>());
    }

    @Override
    public boolean put(Draft draft) {
        Document document = new Document("_id", draft.formula().id())
                .append("revision", draft.revision())
                .append("json", EventJson.MAPPER.writeValueAsString(draft));
        if (draft.revision() == 1) {
            return Inserts.first(drafts, document);
        }
        return drafts.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", draft.formula().id()),
                                        Filters.eq("revision", draft.revision() - 1)),
                                document)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean dropDraft(String formulaId, long revision) {
        return drafts.deleteOne(Filters.and(Filters.eq("_id", formulaId), Filters.eq("revision", revision)))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public boolean add(Edition edition) {
        return Inserts.first(
                editions,
                new Document("_id", edition.formula().id() + "/" + edition.version())
                        .append("formula", edition.formula().id())
                        .append("version", edition.version())
                        .append("json", EventJson.MAPPER.writeValueAsString(edition)));
    }
}
