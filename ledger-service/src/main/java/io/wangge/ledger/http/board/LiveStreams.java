package io.wangge.ledger.http.board;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.door.LiveAnswer;
import io.wangge.ledger.live.LiveEvent;
import io.wangge.ledger.live.LiveHub;
import io.wangge.ledger.live.Subscription;
import io.wangge.ledger.live.Tail.PositionGoneException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Live events as Server-Sent Events, one virtual thread for each client that watches. */
@Component
class LiveStreams {
    private final LiveHub hub;
    private final DirectoryCopy directory;
    private final Duration heartbeat;

    LiveStreams(LiveHub hub, DirectoryCopy directory, LiveSettings settings) {
        this.hub = hub;
        this.directory = directory;
        this.heartbeat = settings.heartbeat();
    }

    /**
     * @param seen of the caller with his roles of the moment: which events are his
     * @param after what the client has already; null for what comes from now on
     * @param id by which the client says later what it has
     */
    SseEmitter open(
            Caller caller,
            Function<Caller, Predicate<LiveEvent>> seen,
            @Nullable String after,
            Function<LiveEvent, String> id,
            Function<LiveEvent, Object> view) {
        SseEmitter emitter = new SseEmitter(0L);
        Predicate<LiveEvent> inScope = event -> directory
                .ifReady()
                .flatMap(now -> now.caller(caller.staffId()))
                .filter(now -> seen.apply(now).test(event))
                .isPresent();
        Thread.ofVirtual()
                .name("live-" + caller.staffId())
                .start(() -> LiveAnswer.give(
                        emitter,
                        "live events",
                        () -> watch(
                                emitter,
                                inScope,
                                after,
                                event -> SseEmitter.event()
                                        .id(id.apply(event))
                                        .name(event.type())
                                        .data(view.apply(event), MediaType.APPLICATION_JSON))));
        return emitter;
    }

    private void watch(
            SseEmitter emitter,
            Predicate<LiveEvent> inScope,
            @Nullable String after,
            Function<LiveEvent, SseEventBuilder> shown)
            throws IOException, InterruptedException {
        try (Subscription subscription = hub.subscribe(inScope, after)) {
            emitter.onCompletion(subscription::leave);
            emitter.onError(failure -> subscription.leave());
            pump(emitter, subscription, shown);
        } catch (PositionGoneException e) {
            reset(emitter);
        }
    }

    private void pump(SseEmitter emitter, Subscription subscription, Function<LiveEvent, SseEventBuilder> shown)
            throws IOException, InterruptedException {
        emitter.send(SseEmitter.event().comment("watching"));
        while (true) {
            LiveEvent event = subscription.next(heartbeat);
            String why = cutBecause(subscription);
            if (why != null) {
                emitter.send(SseEmitter.event().name("cut").data(Map.of("reason", why), MediaType.APPLICATION_JSON));
                return;
            }
            emitter.send(event == null ? SseEmitter.event().comment("heartbeat") : shown.apply(event));
        }
    }

    private static @Nullable String cutBecause(Subscription subscription) {
        if (subscription.tooSlow()) {
            return "too-slow";
        }
        if (subscription.lost()) {
            return "ledger-away";
        }
        return subscription.ended() ? "service-stops" : null;
    }

    /** The empty id makes the client forget its last one, so that it does not come again with it. */
    private static void reset(SseEmitter emitter) throws IOException {
        emitter.send(SseEmitter.event()
                .id("")
                .name("reset")
                .data(Map.of("reason", "position-gone"), MediaType.APPLICATION_JSON));
    }
}
