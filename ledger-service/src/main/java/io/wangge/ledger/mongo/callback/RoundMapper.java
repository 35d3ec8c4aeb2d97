package io.wangge.ledger.mongo.callback;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.report.Channel;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.ledger.callback.Answer;
import io.wangge.ledger.callback.Attempt;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.Round.State;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Rounds ↔ documents of {@code rounds}; {@code open}, {@code triedOn}, {@code knockedOn}, {@code toJudge}, {@code visitUnits}
 * and {@code scopeUnits} are there for the lists.
 */
public final class RoundMapper implements DocumentMapper<Round> {

    @Override
    public Document toDocument(Round round) {
        Document document = new Document("caseId", round.caseId())
                .append("state", round.state().name())
                .append("open", round.state() == State.OPEN)
                .append("residentIds", round.residentIds())
                .append("channel", round.channel().name())
                .append("dueAt", Date.from(round.dueAt()))
                .append("openedAt", Date.from(round.openedAt()))
                .append("lastEventAt", Date.from(round.lastEventAt()))
                .append("scopeUnits", round.scopeUnits())
                .append("case", CaseFactsDocuments.tree(round.theCase()))
                .append(
                        "attempts",
                        round.attempts().stream().map(RoundMapper::attempt).toList());
        put(document, "unitId", round.unitId());
        put(document, "doerId", round.doerId());
        put(document, "abandonedFor", round.abandonedFor());
        put(document, "triedOn", written(round.triedOn()));
        put(document, "knockedOn", written(round.knockedOn()));
        if (!round.visitUnits().isEmpty()) {
            document.append("visitUnits", round.visitUnits());
        }
        if (round.tipOff()) {
            document.append("tipOff", true);
        }
        if (!round.replies().isEmpty()) {
            document.append("replies", ReplyDocuments.of(round.replies()));
        }
        if (round.revisit()) {
            document.append("revisit", true);
        }
        if (round.toJudge()) {
            document.append("toJudge", true);
        }
        if (round.answer() != null) {
            document.append("answer", answer(round.answer()));
        }
        return document;
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static Document attempt(Attempt attempt) {
        Document document = new Document("id", attempt.commandId())
                .append("fingerprint", attempt.fingerprint())
                .append("clerkId", attempt.clerkId())
                .append("at", Date.from(attempt.at()))
                .append("day", attempt.day().toString());
        put(document, "residentId", attempt.residentId());
        put(document, "atTheDoor", attempt.atTheDoor() ? true : null);
        return document;
    }

    private static Document answer(Answer answer) {
        Document document = new Document("id", answer.commandId())
                .append("fingerprint", answer.fingerprint())
                .append("at", Date.from(answer.at()))
                .append("reached", answer.reached());
        put(document, "clerkId", answer.clerkId());
        put(document, "settled", answer.settled());
        put(document, "grade", answer.grade() == null ? null : answer.grade().name());
        put(document, "unitAtFault", answer.unitAtFault());
        return document;
    }

    @Override
    public Round fromDocument(String id, Document document) {
        @Nullable Document answer = document.get("answer", Document.class);
        return new Round(
                id,
                document.getString("caseId"),
                State.valueOf(document.getString("state")),
                document.getList("residentIds", String.class, List.of()),
                document.getString("unitId"),
                document.getString("doerId"),
                Channel.valueOf(document.getString("channel")),
                document.getDate("dueAt").toInstant(),
                document.getDate("openedAt").toInstant(),
                document.getDate("lastEventAt").toInstant(),
                CaseFactsDocuments.summary(document.get("case", Document.class)),
                document.getList("attempts", Document.class, List.of()).stream()
                        .map(RoundMapper::attempt)
                        .toList(),
                ReplyDocuments.read(document.getList("replies", Document.class, List.of())),
                answer == null ? null : answer(answer),
                document.getString("abandonedFor"),
                document.getBoolean("revisit", false),
                document.getBoolean("tipOff", false));
    }

    private static Attempt attempt(Document document) {
        return new Attempt(
                document.getString("id"),
                document.getString("fingerprint"),
                document.getString("clerkId"),
                document.getDate("at").toInstant(),
                LocalDate.parse(document.getString("day")),
                document.getString("residentId"),
                document.getBoolean("atTheDoor", false));
    }

    private static Answer answer(Document document) {
        @Nullable String grade = document.getString("grade");
        return new Answer(
                document.getString("id"),
                document.getString("fingerprint"),
                document.getString("clerkId"),
                document.getDate("at").toInstant(),
                document.getBoolean("reached", false),
                document.getBoolean("settled"),
                grade == null ? null : Grade.valueOf(grade),
                document.getBoolean("unitAtFault"));
    }
}
