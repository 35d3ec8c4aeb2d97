package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.dispatch.desk.PastMatters;
import io.wangge.dispatch.routing.Matter;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** How the newest cases began, by the index {@code newest}. */
public final class MongoPastMatters implements PastMatters {
    private final MongoCollection<Document> cases;

    public MongoPastMatters(MongoDatabase database) {
        this.cases = database.getCollection(CaseMigrations.CASES);
    }

    @Override
    public List<PastMatter> newest(int most) {
        return cases.find()
                .sort(Sorts.descending("openedAt"))
                .limit(most)
                .projection(Projections.include(CaseMapper.OPENED))
                .map(MongoPastMatters::matter)
                .into(new ArrayList<>());
    }

    private static PastMatter matter(Document document) {
        String id = document.getString("_id");
        Opened opened = OpenedParts.fromDocument(id, document.get(CaseMapper.OPENED, Document.class));
        return new PastMatter(id, opened.caseNumber(), Matter.of(opened));
    }
}
