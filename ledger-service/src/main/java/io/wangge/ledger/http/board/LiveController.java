package io.wangge.ledger.http.board;

import io.wangge.contracts.directory.Caller;
import io.wangge.ledger.desk.EntryNames;
import io.wangge.ledger.live.LiveEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Live events of all that the caller reaches. */
@RestController
class LiveController {
    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    record LiveView(
            String id,
            String type,
            String typeZh,
            String typeEn,
            Instant time,
            @Nullable String caseId,
            @Nullable String caseNumber,
            @Nullable String state,
            @Nullable String category,
            @Nullable String level,
            @Nullable String by,
            @Nullable String unitId) {
        static LiveView of(LiveEvent event) {
            EntryNames names = EntryNames.of(event.type());
            return new LiveView(
                    event.id(),
                    event.type(),
                    names.zh(),
                    names.en(),
                    event.time(),
                    event.caseId(),
                    event.caseNumber(),
                    event.state(),
                    event.category(),
                    event.level(),
                    event.by(),
                    event.unitId());
        }
    }

    @GetMapping(path = "/api/v1/ledger/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Caller caller) {
        return streams.open(
                caller, now -> event -> now.coversAny(event.scopeUnits()), null, LiveEvent::id, LiveView::of);
    }
}
