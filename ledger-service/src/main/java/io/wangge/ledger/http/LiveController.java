package io.wangge.ledger.http;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.ledger.desk.EntryNames;
import io.wangge.ledger.live.LiveEvent;
import io.wangge.ledger.live.LiveHub;
import io.wangge.ledger.live.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Live events as Server-Sent Events, one virtual thread for each client that watches. */
@RestController
class LiveController {
    private final LiveHub hub;
    private final DirectoryCopy directory;
    private final Duration heartbeat;

    LiveController(LiveHub hub, DirectoryCopy directory, LiveSettings settings) {
        this.hub = hub;
        this.directory = directory;
        this.heartbeat = settings.heartbeat();
    }

    record LiveView(
            String id,
            String type,
            String typeZh,
            Instant time,
            @Nullable String caseId,
            @Nullable String caseNumber,
            @Nullable String state,
            @Nullable String category,
            @Nullable String level,
            @Nullable String by,
            @Nullable String unitId) {
        static LiveView of(LiveEvent event) {
            return new LiveView(
                    event.id(),
                    event.type(),
                    EntryNames.of(event.type()).zh(),
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
        SseEmitter emitter = new SseEmitter(0L);
        Subscription subscription = hub.subscribe(event -> directory
                .ifReady()
                .flatMap(now -> now.caller(caller.staffId()))
                .filter(now -> now.coversAny(event.scopeUnits()))
                .isPresent());
        emitter.onCompletion(subscription::close);
        emitter.onError(failure -> subscription.close());
        Thread.ofVirtual().name("live-" + caller.staffId()).start(() -> pump(emitter, subscription));
        return emitter;
    }

    private void pump(SseEmitter emitter, Subscription subscription) {
        try (subscription) {
            emitter.send(SseEmitter.event().comment("watching"));
            while (true) {
                LiveEvent event = subscription.next(heartbeat);
                if (subscription.tooSlow() || subscription.ended()) {
                    String why = subscription.tooSlow() ? "too-slow" : "service-stops";
                    emitter.send(
                            SseEmitter.event().name("cut").data(Map.of("reason", why), MediaType.APPLICATION_JSON));
                    break;
                }
                emitter.send(
                        event == null
                                ? SseEmitter.event().comment("heartbeat")
                                : SseEmitter.event()
                                        .id(event.id())
                                        .name(event.type())
                                        .data(LiveView.of(event), MediaType.APPLICATION_JSON));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The client has gone; there is nobody to tell.
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}
