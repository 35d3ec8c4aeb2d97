package io.wangge.ledger.mongo.casefacts;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.wire.EventJson;
import io.wangge.ledger.book.CaseFacts;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Case facts ↔ documents of {@code case_facts}. */
public final class CaseFactsDocuments {
    public static final String COLLECTION = "case_facts";
    /** Absent for what nobody supervises. */
    public static final String SUPERVISION = "supervision";

    private CaseFactsDocuments() {}

    public static Document of(CaseFacts facts) {
        Document document = new Document("_id", facts.summary().caseId())
                .append("seq", facts.seq())
                .append("at", Date.from(facts.at()))
                .append("state", facts.summary().state().name())
                .append("scopeUnits", facts.scopeUnits())
                .append("summary", tree(facts.summary()));
        if (facts.supervision() != SupervisionLevel.NONE) {
            document.append(SUPERVISION, facts.supervision().name());
        }
        if (facts.figures() != null) {
            document.append(FigureFactsDocuments.FIELD, FigureFactsDocuments.of(facts.figures()));
        }
        return facts.doer() == null ? document : document.append("doer", tree(facts.doer()));
    }

    public static CaseFacts read(Document document) {
        @Nullable Document doer = document.get("doer", Document.class);
        return new CaseFacts(
                summary(document.get("summary", Document.class)),
                document.get("seq", Number.class).longValue(),
                document.getDate("at").toInstant(),
                doer == null ? null : EventJson.MAPPER.convertValue(doer, Actor.class),
                SupervisionLevel.valueOf(document.get(SUPERVISION, SupervisionLevel.NONE.name())),
                FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class)));
    }

    public static CaseSummary summary(Map<String, Object> tree) {
        return EventJson.MAPPER.convertValue(tree, CaseSummary.class);
    }

    @SuppressWarnings("unchecked")
    public static Document tree(Object value) {
        return new Document(EventJson.MAPPER.convertValue(value, Map.class));
    }
}
