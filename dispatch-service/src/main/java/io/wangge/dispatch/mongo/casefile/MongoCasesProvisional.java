package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.dispatch.desk.CasesProvisional;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** From the index {@code provisional} alone; no document is read. */
public final class MongoCasesProvisional implements CasesProvisional {
    private final MongoCollection<Document> cases;

    public MongoCasesProvisional(MongoDatabase database) {
        this.cases = database.getCollection(CaseMigrations.CASES);
    }

    @Override
    public List<String> awaiting(int year, String behind, int atMost) {
        return cases.find(filter(year, behind))
                .hintString(CaseMigrations.PROVISIONAL)
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("_id"))
                .limit(atMost)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    static Bson filter(int year, String behind) {
        return Filters.and(Filters.eq(CaseMapper.AWAITED_YEAR, year), Filters.gt("_id", behind));
    }
}
