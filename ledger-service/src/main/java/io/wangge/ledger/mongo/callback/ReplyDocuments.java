package io.wangge.ledger.mongo.callback;

import io.wangge.contracts.callback.Grade;
import io.wangge.ledger.callback.Reply;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What became of each reporter of a round ↔ the list {@code replies} of its document. */
final class ReplyDocuments {
    private ReplyDocuments() {}

    static List<Document> of(List<Reply> replies) {
        return replies.stream().map(ReplyDocuments::of).toList();
    }

    private static Document of(Reply reply) {
        Document document = new Document("residentId", reply.residentId())
                .append("id", reply.commandId())
                .append("fingerprint", reply.fingerprint())
                .append("at", Date.from(reply.at()))
                .append("reached", reply.reached())
                .append("tags", reply.tags());
        RoundMapper.put(document, "clerkId", reply.clerkId());
        RoundMapper.put(document, "settled", reply.settled());
        RoundMapper.put(
                document, "grade", reply.grade() == null ? null : reply.grade().name());
        RoundMapper.put(document, "unitAtFault", reply.unitAtFault());
        RoundMapper.put(document, "atTheDoor", reply.atTheDoor() ? true : null);
        RoundMapper.put(document, "judged", reply.judged() == null ? null : judged(reply.judged()));
        return document;
    }

    private static Document judged(Reply.Judged judged) {
        return new Document("id", judged.commandId())
                .append("fingerprint", judged.fingerprint())
                .append("clerkId", judged.clerkId())
                .append("at", Date.from(judged.at()));
    }

    static List<Reply> read(List<Document> documents) {
        return documents.stream().map(ReplyDocuments::read).toList();
    }

    private static Reply read(Document document) {
        @Nullable String grade = document.getString("grade");
        @Nullable Document judged = document.get("judged", Document.class);
        return new Reply(
                document.getString("residentId"),
                document.getString("id"),
                document.getString("fingerprint"),
                document.getString("clerkId"),
                document.getDate("at").toInstant(),
                document.getBoolean("reached", false),
                document.getBoolean("settled"),
                grade == null ? null : Grade.valueOf(grade),
                document.getBoolean("unitAtFault"),
                document.getList("tags", String.class, List.of()),
                judged == null
                        ? null
                        : new Reply.Judged(
                                judged.getString("id"),
                                judged.getString("fingerprint"),
                                judged.getString("clerkId"),
                                judged.getDate("at").toInstant()),
                document.getBoolean("atTheDoor", false));
    }
}
