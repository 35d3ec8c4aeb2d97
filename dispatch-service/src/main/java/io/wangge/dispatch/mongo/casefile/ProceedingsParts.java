package io.wangge.dispatch.mongo.casefile;

import io.wangge.contracts.wire.EventJson;
import io.wangge.dispatch.casefile.Proceedings;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside the hold, inside a case's document: as JSON of its records, since nothing is found or ordered by it.
 * Most cases have nothing of the kind, and then the field is absent.
 */
final class ProceedingsParts {
    private ProceedingsParts() {}

    static @Nullable Document toDocument(Proceedings proceedings) {
        return proceedings.equals(Proceedings.NONE)
                ? null
                : Document.parse(EventJson.MAPPER.writeValueAsString(proceedings));
    }

    static Proceedings fromDocument(@Nullable Document document) {
        return document == null ? Proceedings.NONE : EventJson.MAPPER.readValue(document.toJson(), Proceedings.class);
    }
}
