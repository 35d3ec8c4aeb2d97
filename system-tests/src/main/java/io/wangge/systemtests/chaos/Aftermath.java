package io.wangge.systemtests.chaos;

import com.mongodb.client.MongoClient;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Session;
import io.wangge.systemtests.demo.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Looks whether anything was lost, done twice or left over. */
final class Aftermath {
    /** Everything that happens in a lifecycle of {@link Load}, once. */
    private static final List<String> LIFE = List.of(
            "callback.round-answered",
            "callback.round-opened",
            "case.accepted",
            "case.callback-requested",
            "case.closed",
            "case.completed",
            "case.dispatched",
            "case.opened",
            "report.received");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final People people;
    private final MongoClient mongo;
    private final Map<String, Long> deadBefore;

    /** To be made before the first blow: dead letters that lie there already are not counted. */
    Aftermath(People people, MongoClient mongo) {
        this.people = people;
        this.mongo = mongo;
        this.deadBefore = leftIn("dead_letters");
    }

    /** @return what is wrong; empty when nothing is */
    List<String> faults(List<String> acknowledged) {
        List<String> faults = new ArrayList<>();
        for (String id : acknowledged) {
            try {
                look(id, faults);
            } catch (RuntimeException lost) {
                faults.add("report %s: %s".formatted(id, lost));
            }
        }
        faults.addAll(brokenStreams());
        leftIn("parked_events").forEach((where, count) -> faults.add("%d parked events in %s".formatted(count, where)));
        leftIn("dead_letters").forEach((where, count) -> {
            if (count > deadBefore.getOrDefault(where, 0L)) {
                faults.add("%d dead letters in %s".formatted(count, where));
            }
        });
        JsonNode verdict =
                Insistent.until(PATIENCE, () -> people.named("auditor-1").verify());
        if (!verdict.path("ok").asBoolean(false)) {
            faults.add("the chain does not verify: " + verdict);
        }
        return faults;
    }

    private void look(String id, List<String> faults) {
        CaseView closed =
                Insistent.until(PATIENCE, () -> people.named("dispatcher-1").awaitState(id, "CLOSED"));
        Session auditor = people.named("auditor-1");
        JsonNode ledger = Insistent.until(PATIENCE, () -> auditor.awaitLedger(id, closed.version()));
        List<String> types = new ArrayList<>();
        for (JsonNode entry : ledger.path("entries")) {
            String type = entry.path("type").asString("");
            types.add(type.replace("io.wangge.", "").replace(".v1", ""));
        }
        types.sort(null);
        if (!types.equals(LIFE)) {
            faults.add("the ledger of %s holds %s".formatted(id, types));
        }
    }

    /** In every stream of the ledger the events are 1, 2, 3, … */
    private List<String> brokenStreams() {
        List<String> broken = new ArrayList<>();
        mongo.getDatabase("grid_ledger")
                .getCollection("entries")
                .aggregate(List.of(
                        Document.parse("{$group: {_id: '$stream', n: {$sum: 1}, last: {$max: '$seq'},"
                                + " seqs: {$addToSet: '$seq'}}}"),
                        Document.parse("{$match: {$expr: {$or: [{$ne: ['$n', '$last']},"
                                + " {$ne: ['$n', {$size: '$seqs'}]}]}}}")))
                .forEach(stream -> broken.add("stream with gap or repeat: " + stream.toJson()));
        return broken;
    }

    private Map<String, Long> leftIn(String collection) {
        Map<String, Long> left = new TreeMap<>();
        for (String database : mongo.listDatabaseNames()) {
            if (database.startsWith("grid_")) {
                long count =
                        mongo.getDatabase(database).getCollection(collection).countDocuments();
                if (count > 0) {
                    left.put(database, count);
                }
            }
        }
        return left;
    }
}
