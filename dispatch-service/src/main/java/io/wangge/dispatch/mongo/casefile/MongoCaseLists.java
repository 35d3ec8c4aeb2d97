package io.wangge.dispatch.mongo.casefile;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseCounts;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The lists, each from its own index: see {@link ListPlan}. */
public final class MongoCaseLists implements CaseLists {
    /** A list that takes longer is asked for in the wrong way, and would hold up everybody else's. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int ROWS_AT_A_TIME = 500;
    private static final Bson SHOWN =
            Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS, CaseMapper.TERMS);

    private final MongoCollection<Document> cases;
    private final ListChoice choice;
    private final KeySieve sieve;
    private final Duration patience;
    private final CaseMapper mapper = new CaseMapper();

    public MongoCaseLists(MongoDatabase database) {
        this(database, new ListChoice(database.getCollection(CaseMigrations.CASES)), PATIENCE);
    }

    MongoCaseLists(MongoDatabase database, ListChoice choice, Duration patience) {
        this.cases = database.getCollection(CaseMigrations.CASES);
        this.choice = choice;
        this.sieve = new KeySieve(cases, SHOWN, patience);
        this.patience = patience;
    }

    @Override
    public Page page(CaseQuery query, @Nullable String cursor, int limit) {
        ListPlan plan = planOf(query);
        List<Document> found = inTime(() -> first(plan, cursor, limit + 1));
        boolean more = found.size() > limit;
        List<Document> shown = more ? found.subList(0, limit) : found;
        return new Page(
                shown.stream().map(this::stored).toList(),
                more ? Optional.of(plan.order().endedAt(shown.getLast()).text()) : Optional.empty());
    }

    private List<Document> first(ListPlan plan, @Nullable String cursor, int most) {
        ListPlan.Sifting sifting = plan.sifting();
        if (sifting != null) {
            @Nullable Cursor after = cursor == null ? null : Cursor.parse(plan.order(), cursor);
            return sieve.first(plan, sifting, after, most);
        }
        return find(plan, cursor)
                .limit(most)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
    }

    ListPlan planOf(CaseQuery query) {
        return choice.of(query);
    }

    /** As every list is asked for; the plans of the tests come from here too. */
    FindIterable<Document> find(ListPlan plan, @Nullable String cursor) {
        Bson filter = cursor == null ? plan.filter() : plan.behind(Cursor.parse(plan.order(), cursor));
        FindIterable<Document> found =
                cases.find(filter).hintString(plan.index()).projection(SHOWN);
        return plan.findsOne() ? found : found.sort(plan.order().sort());
    }

    @Override
    public CaseCounts counts(Caller caller, boolean seesAll, Instant now) {
        Map<CaseState, Long> byState = new EnumMap<>(CaseState.class);
        for (CaseState state : CaseState.values()) {
            byState.put(
                    state,
                    count(CaseQuery.inScope(
                            Tab.ALL,
                            caller,
                            seesAll,
                            CaseFilter.builder().states(List.of(state)).build(),
                            now)));
        }
        long all = byState.values().stream().mapToLong(Long::longValue).sum();
        return new CaseCounts(
                count(CaseQuery.inScope(Tab.INBOX, caller, seesAll, CaseFilter.NONE, now)),
                Math.min(all, CaseCounts.MOST),
                count(CaseQuery.inScope(Tab.REPORTED, caller, seesAll, CaseFilter.NONE, now)),
                count(CaseQuery.inScope(
                        Tab.ALL,
                        caller,
                        seesAll,
                        CaseFilter.builder().overdue(true).build(),
                        now)),
                byState);
    }

    private long count(CaseQuery query) {
        ListPlan plan = ListPlan.of(query);
        CountOptions options = new CountOptions()
                .limit(CaseCounts.MOST)
                .hintString(plan.index())
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS);
        return inTime(() -> cases.countDocuments(plan.filter(), options));
    }

    @Override
    public Stream<Stored<Case>> all(CaseQuery query, int most) {
        MongoCursor<Document> cursor =
                find(planOf(query), null).limit(most).batchSize(ROWS_AT_A_TIME).iterator();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(this::stored)
                .onClose(cursor::close);
    }

    private static <T> T inTime(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoExecutionTimeoutException e) {
            throw new TooBroad();
        }
    }

    private Stored<Case> stored(Document document) {
        String id = document.getString("_id");
        return new Stored<>(
                id, document.getLong(StreamDocument.VERSION), mapper.fromDocument(id, document), List.of(), 0);
    }
}
