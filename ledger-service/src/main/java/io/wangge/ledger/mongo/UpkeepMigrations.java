package io.wangge.ledger.mongo;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.kit.migration.Migration;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.book.ListedEntries;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.rebuild.ArchivedFacts;
import java.util.List;
import org.bson.Document;

/** What boards, the archive and the rebuild need. */
final class UpkeepMigrations {
    private UpkeepMigrations() {}

    static List<Migration> from(int number) {
        return List.of(
                new Migration(
                        number,
                        "boards: open cases that wait for their first unit, which have no due time to be found by",
                        List.of(index(
                                CaseFactsDocuments.COLLECTION,
                                new Document("name", "waiting_for_dispatch")
                                        .append("key", new Document("fig.own", 1))
                                        .append(
                                                "partialFilterExpression",
                                                new Document("state", CaseState.PENDING_DISPATCH.name()))))),
                new Migration(
                        number + 1,
                        "archive: texts of archived entries by case, for an erasure; what lists are read from; what upkeep remembers",
                        List.of(
                                index(
                                        LedgerCollections.ERASABLES,
                                        new Document("name", "of_case")
                                                .append("key", new Document("caseId", 1))
                                                .append(
                                                        "partialFilterExpression",
                                                        new Document("caseId", new Document("$exists", true)))),
                                new Document("create", LedgerCollections.UPKEEP),
                                new Document("create", ListedEntries.ARCHIVED),
                                index(
                                        ListedEntries.ARCHIVED,
                                        new Document("name", "latest_of_type")
                                                .append(
                                                        "key",
                                                        new Document("type", 1)
                                                                .append("time", -1)
                                                                .append("_id", -1))),
                                index(
                                        ListedEntries.ARCHIVED,
                                        new Document("name", "of_case").append("key", new Document("caseId", 1))),
                                new Document("create", ArchivedFacts.COLLECTION))),
                new Migration(
                        number + 2,
                        "entries: the few types that lists are read from, in one index: each partial one is asked about every entry",
                        List.of(
                                index(
                                        LedgerCollections.ENTRIES,
                                        new Document("name", ListedEntries.INDEX)
                                                .append(
                                                        "key",
                                                        new Document("type", 1)
                                                                .append("time", -1)
                                                                .append("_id", -1))
                                                .append(
                                                        "partialFilterExpression",
                                                        new Document(
                                                                "type",
                                                                new Document(
                                                                        "$in",
                                                                        ListedEntries.TYPES.stream()
                                                                                .sorted()
                                                                                .toList())))),
                                new Document("dropIndexes", LedgerCollections.ENTRIES)
                                        .append("index", CallbackMigrations.DECIDED))),
                new Migration(
                        number + 3,
                        "entries: no index of stream and seq, which say what the id says",
                        List.of(new Document("dropIndexes", LedgerCollections.ENTRIES).append("index", "chain"))));
    }

    private static Document index(String collection, Document index) {
        return new Document("createIndexes", collection).append("indexes", List.of(index));
    }
}
