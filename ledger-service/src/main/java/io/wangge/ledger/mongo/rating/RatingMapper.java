package io.wangge.ledger.mongo.rating;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.rating.RatingEvent.Kind;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.ledger.rating.FiveZero;
import io.wangge.ledger.rating.Rating;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Ratings ↔ documents of {@code ratings}; what was said in words stands in the ledger only, where it can be erased. */
public final class RatingMapper implements DocumentMapper<Rating> {

    @Override
    public Document toDocument(Rating rating) {
        Document document = new Document("kind", rating.kind().name())
                .append("unitPath", rating.unitPath())
                .append("unitId", rating.unitId())
                .append("staffId", rating.staffId())
                .append("grade", rating.grade().name())
                .append(
                        "breaches",
                        rating.breaches().stream().map(FiveZero::name).toList())
                .append("at", Date.from(rating.at()))
                .append("day", rating.day().toString())
                .append("fingerprint", rating.fingerprint());
        return rating.windowId() == null ? document : document.append("windowId", rating.windowId());
    }

    @Override
    public Rating fromDocument(String id, Document document) {
        return new Rating(
                id,
                Kind.valueOf(document.getString("kind")),
                document.getString("windowId"),
                document.getList("unitPath", String.class, List.of()),
                document.getString("staffId"),
                Grade.valueOf(document.getString("grade")),
                document.getList("breaches", String.class, List.of()).stream()
                        .map(FiveZero::valueOf)
                        .toList(),
                document.getDate("at").toInstant(),
                LocalDate.parse(document.getString("day")),
                document.getString("fingerprint"));
    }
}
