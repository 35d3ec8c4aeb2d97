package io.wangge.ledger.mongo.figures;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Figures from the rollups, each answer from one snapshot. */
public final class MongoFigureShelf implements FigureShelf {
    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final FigureRecount recount;
    private final FigureCases cases;

    public MongoFigureShelf(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.recount = new FigureRecount(client, database, clock);
        this.cases = new FigureCases(database);
    }

    @Override
    public Map<Group, Tally> read(Collection<String> units, Dimension dimension, Period period, Instant now) {
        if (units.isEmpty() || period.to().isBefore(period.from())) {
            return Map.of();
        }
        try (ClientSession session = client.startSession(SNAPSHOT)) {
            return new FigureReading(database, session).sums(units, dimension, period, now);
        }
    }

    @Override
    public Page cases(Question question, @Nullable String after, int limit) {
        return cases.page(question, after, limit);
    }

    @Override
    public OptionalLong recount() {
        return recount.recount();
    }
}
