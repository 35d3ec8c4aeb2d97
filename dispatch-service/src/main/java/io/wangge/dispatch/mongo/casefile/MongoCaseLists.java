package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The lists, each from its own index: see {@link CaseMigrations}. */
public final class MongoCaseLists implements CaseLists {
    static final Bson ORDER = Sorts.ascending(ListKeys.ORDER, "_id");

    private final MongoCollection<Document> cases;
    private final CaseMapper mapper = new CaseMapper();

    public MongoCaseLists(MongoDatabase database) {
        this.cases = database.getCollection(CaseMigrations.CASES);
    }

    @Override
    public Page page(Tab tab, Caller caller, @Nullable String cursor, int limit) {
        List<Document> found = cases.find(filter(tab, caller, cursor))
                .sort(ORDER)
                .limit(limit + 1)
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS))
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> shown = more ? found.subList(0, limit) : found;
        return new Page(
                shown.stream().map(this::stored).toList(),
                more ? Optional.of(Cursor.of(shown.getLast()).text()) : Optional.empty());
    }

    static Bson filter(Tab tab, Caller caller, @Nullable String cursor) {
        Bson whose = switch (tab) {
            case INBOX -> Filters.in(ListKeys.INBOX, ListKeys.inboxesOf(caller));
            case ALL -> Filters.in(CaseMapper.SCOPE_UNITS, caller.units());
            case REPORTED -> Filters.eq(CaseMapper.OPENED + "." + OpenedParts.FIRST_RECEIVER + ".id", caller.staffId());
        };
        return cursor == null ? whose : Filters.and(whose, Cursor.parse(cursor).behind());
    }

    private Stored<Case> stored(Document document) {
        String id = document.getString("_id");
        return new Stored<>(
                id, document.getLong(StreamDocument.VERSION), mapper.fromDocument(id, document), List.of(), 0);
    }
}
