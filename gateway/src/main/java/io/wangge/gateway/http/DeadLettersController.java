package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.contracts.directory.Caller;
import io.wangge.gateway.door.SignedInCaller;
import io.wangge.gateway.door.Trace;
import io.wangge.kit.consume.DeadLetterDesk;
import io.wangge.kit.consume.DeadLetterDesk.Outcome;
import io.wangge.kit.consume.LetterContent;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.door.DeadLetterDoor;
import io.wangge.kit.door.DeadLetterDoor.Act;
import io.wangge.kit.door.DeadLetterDoor.Letters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 网关死信: what the gateway gave up of the directory, as the services answer for theirs. */
@RestController
@RequestMapping("/api/v1/dead-letters/gateway")
@Tag(name = "dead-letters", description = "死信 · Dead letters")
class DeadLettersController {
    private static final String GATEWAY = "gateway";

    private final DeadLetterDoor door;
    private final FewAtATime work;

    DeadLettersController(DeadLetterDesk desk, DirectoryCopy directory, FewAtATime work) {
        this.door = new DeadLetterDoor(desk, directory);
        this.work = work;
    }

    @GetMapping
    @Operation(summary = "网关死信 · What the gateway gave up, newest first")
    Mono<Letters> all(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit,
            ServerWebExchange exchange) {
        Caller caller = SignedInCaller.of(exchange).caller();
        return work.run(() -> door.all(caller, GATEWAY, topic, before, limit));
    }

    @GetMapping("/{topic}/{partition}/{offset}")
    @Operation(summary = "网关死信 · One of them, with its content")
    Mono<LetterContent> one(
            @PathVariable String topic,
            @PathVariable int partition,
            @PathVariable long offset,
            ServerWebExchange exchange) {
        Caller caller = SignedInCaller.of(exchange).caller();
        return work.run(() -> door.one(caller, GATEWAY, topic, partition, offset));
    }

    @PostMapping("/replays")
    @Operation(summary = "重放 · Sent to the gateway again")
    Mono<Outcome> replay(@RequestBody Act act, ServerWebExchange exchange) {
        Caller caller = SignedInCaller.of(exchange).caller();
        return work.run(() -> door.replay(caller, GATEWAY, act, Trace.of(exchange)));
    }

    @PostMapping("/discards")
    @Operation(summary = "作废 · Off the list for good")
    Mono<Outcome> discard(@RequestBody Act act, ServerWebExchange exchange) {
        Caller caller = SignedInCaller.of(exchange).caller();
        return work.run(() -> door.discard(caller, GATEWAY, act, Trace.of(exchange)));
    }
}
