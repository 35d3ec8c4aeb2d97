package io.wangge.ledger.mongo.score;

import io.wangge.contracts.Actor;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.Appeal.Ruling;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Appeals ↔ documents of {@code appeals}. */
public final class AppealMapper implements DocumentMapper<Appeal> {

    @Override
    public Document toDocument(Appeal appeal) {
        Document document = new Document("caseId", appeal.caseId())
                .append("caseNumber", appeal.caseNumber())
                .append("unitPath", appeal.unitPath())
                .append("month", appeal.month().toString())
                .append("by", CaseFactsDocuments.tree(appeal.by()))
                .append("at", Date.from(appeal.at()))
                .append("fingerprint", appeal.fingerprint());
        Ruling ruling = appeal.ruling();
        return ruling == null
                ? document
                : document.append(
                        "ruling",
                        new Document("granted", ruling.granted())
                                .append("by", CaseFactsDocuments.tree(ruling.by()))
                                .append("at", Date.from(ruling.at()))
                                .append("fingerprint", ruling.fingerprint()));
    }

    @Override
    public Appeal fromDocument(String id, Document document) {
        @Nullable Document ruling = document.get("ruling", Document.class);
        return new Appeal(
                id,
                document.getString("caseId"),
                document.getString("caseNumber"),
                document.getList("unitPath", String.class, List.of()),
                YearMonth.parse(document.getString("month")),
                actor(document),
                document.getDate("at").toInstant(),
                document.getString("fingerprint"),
                ruling == null
                        ? null
                        : new Ruling(
                                ruling.getBoolean("granted"),
                                actor(ruling),
                                ruling.getDate("at").toInstant(),
                                ruling.getString("fingerprint")));
    }

    private static Actor actor(Document document) {
        return EventJson.MAPPER.convertValue(document.get("by", Document.class), Actor.class);
    }
}
