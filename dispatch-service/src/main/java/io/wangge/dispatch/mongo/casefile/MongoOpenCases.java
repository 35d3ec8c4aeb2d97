package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.OpenCases;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** By the index of the scopes, whose keys carry state and category: only what is of the category is fetched. */
public final class MongoOpenCases implements OpenCases {
    private static final List<String> OPEN = Stream.of(CaseState.values())
            .filter(state -> !state.isOver())
            .map(CaseState::name)
            .sorted()
            .toList();

    private final MongoCollection<Document> cases;
    private final CaseMapper mapper = new CaseMapper();

    public MongoOpenCases(MongoDatabase database) {
        this.cases = database.getCollection(CaseMigrations.CASES);
    }

    @Override
    public List<Stored<Case>> in(Set<String> units, String category, int atMost) {
        return find(units, category).limit(atMost).map(this::stored).into(new ArrayList<>());
    }

    FindIterable<Document> find(Set<String> units, String category) {
        return cases.find(Filters.and(
                        Filters.in(
                                CaseMapper.SCOPE_UNITS, units.stream().sorted().toList()),
                        Filters.in(CaseMapper.STATE, OPEN),
                        Filters.eq(CaseMapper.CATEGORY, category)))
                .hintString(CaseMigrations.SCOPE)
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS, CaseMapper.TERMS));
    }

    private Stored<Case> stored(Document document) {
        String id = document.getString("_id");
        return new Stored<>(
                id, document.getLong(StreamDocument.VERSION), mapper.fromDocument(id, document), List.of(), 0);
    }
}
