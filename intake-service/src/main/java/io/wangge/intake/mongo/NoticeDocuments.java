package io.wangge.intake.mongo;

import io.wangge.intake.notice.Delivery;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.Notice;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/** {@link Notice} ↔ a document of {@code notices}. Facts stand in a list: a producer may call one anything. */
final class NoticeDocuments {
    private NoticeDocuments() {}

    static Document document(Notice notice) {
        ReportMapper.Fields fields = new ReportMapper.Fields()
                .put("_id", notice.id())
                .put("to", notice.to())
                .put("subject", notice.subject())
                .put(
                        "facts",
                        notice.facts().entrySet().stream()
                                .map(fact -> new Document("name", fact.getKey()).append("value", fact.getValue()))
                                .toList())
                .put("link", notice.link())
                .put("caseId", notice.caseId())
                .put("urgent", notice.urgent() ? true : null)
                .put("raisedAt", ReportMapper.date(notice.raisedAt()))
                .put("storedAt", ReportMapper.date(notice.storedAt()))
                .put("expiresAt", ReportMapper.date(notice.expiresAt()))
                .put("nextAt", ReportMapper.date(notice.nextAt().orElse(null)));
        if (!notice.deliveries().isEmpty()) {
            fields.put("deliveries", deliveries(notice));
        }
        return fields.document;
    }

    static List<Document> deliveries(Notice notice) {
        return notice.deliveries().stream()
                .map(delivery -> new ReportMapper.Fields()
                        .put("channel", delivery.channel().name())
                        .put("state", delivery.state().name())
                        .put("tries", delivery.tries())
                        .put("nextAt", ReportMapper.date(delivery.nextAt()))
                        .put("fault", delivery.fault())
                        .put("endedAt", ReportMapper.date(delivery.endedAt()))
                        .document)
                .toList();
    }

    static Notice notice(Document document) {
        Map<String, String> facts = new HashMap<>();
        listOf(document, "facts").forEach(fact -> facts.put(fact.getString("name"), fact.getString("value")));
        return new Notice(
                document.getString("_id"),
                document.getString("to"),
                document.getString("subject"),
                facts,
                document.getString("link"),
                document.getString("caseId"),
                Boolean.TRUE.equals(document.getBoolean("urgent")),
                document.getDate("raisedAt").toInstant(),
                document.getDate("storedAt").toInstant(),
                ReportMapper.read(document.getDate("expiresAt"), Date::toInstant),
                listOf(document, "deliveries").stream()
                        .map(NoticeDocuments::delivery)
                        .toList());
    }

    private static Delivery delivery(Document document) {
        return new Delivery(
                MessageChannel.valueOf(document.getString("channel")),
                Delivery.State.valueOf(document.getString("state")),
                document.getInteger("tries"),
                ReportMapper.read(document.getDate("nextAt"), Date::toInstant),
                document.getString("fault"),
                ReportMapper.read(document.getDate("endedAt"), Date::toInstant));
    }

    private static List<Document> listOf(Document document, String field) {
        return Objects.requireNonNullElse(document.getList(field, Document.class), List.of());
    }
}
