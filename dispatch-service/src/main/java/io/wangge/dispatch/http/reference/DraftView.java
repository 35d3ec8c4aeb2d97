package io.wangge.dispatch.http.reference;

import io.wangge.contracts.wire.EventJson;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.ContentJson;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Draft;
import io.wangge.dispatch.reference.Draft.Plan;
import io.wangge.dispatch.reference.ReferenceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A draft as it goes out.
 *
 * @param revision also its ETag
 * @param activateAt when it comes into force by itself; absent while nobody has said
 * @param with kinds that come into force together with it
 * @param refused why it did not come into force when it was to
 * @param content in the form in which it is sent
 */
record DraftView(
        String kind,
        long revision,
        String editedBy,
        Instant editedAt,
        @Nullable Instant activateAt,
        List<String> with,
        List<Finding> refused,
        @Nullable JsonNode content) {

    static DraftView of(Draft draft) {
        return of(draft, json(draft.content()));
    }

    static DraftView withoutContent(Draft draft) {
        return of(draft, null);
    }

    private static DraftView of(Draft draft, @Nullable JsonNode content) {
        Plan plan = draft.plan();
        return new DraftView(
                draft.kind().code(),
                draft.revision(),
                draft.editedBy(),
                draft.editedAt(),
                plan == null ? null : plan.activateAt(),
                plan == null
                        ? List.of()
                        : plan.with().keySet().stream()
                                .sorted()
                                .map(ReferenceKind::code)
                                .toList(),
                draft.refused(),
                content);
    }

    static JsonNode json(Content content) {
        return EventJson.MAPPER.readTree(ContentJson.write(content));
    }
}
