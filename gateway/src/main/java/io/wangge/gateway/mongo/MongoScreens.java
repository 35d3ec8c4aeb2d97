package io.wangge.gateway.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.gateway.screen.Screen;
import io.wangge.gateway.screen.ScreenShelf;
import io.wangge.kit.store.StreamDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code screens}: each document is the state of one stream {@code screen/ID} on the audit topic. */
public final class MongoScreens implements ScreenShelf {
    private static final int MOST_SHOWN = 200;

    private final MongoCollection<Document> screens;
    private final ScreenMapper mapper = new ScreenMapper();

    public MongoScreens(MongoDatabase database) {
        this.screens = database.getCollection(MongoCollections.SCREENS);
    }

    @Override
    public Optional<String> idByCode(String codeHash) {
        return Optional.ofNullable(screens.find(Filters.eq("codeHash", codeHash))
                        .projection(Projections.include("_id"))
                        .first())
                .map(found -> found.getString("_id"));
    }

    @Override
    public List<Screen> of(Collection<String> units) {
        return screens.find(Filters.in("unitId", units))
                .sort(Sorts.descending("issuedAt", "_id"))
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS))
                .limit(MOST_SHOWN)
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }
}
