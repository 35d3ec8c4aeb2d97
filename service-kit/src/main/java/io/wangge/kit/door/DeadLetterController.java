package io.wangge.kit.door;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.consume.DeadLetterDesk.Outcome;
import io.wangge.kit.consume.LetterContent;
import io.wangge.kit.door.DeadLetterDoor.Act;
import io.wangge.kit.door.DeadLetterDoor.Letters;
import io.wangge.kit.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 死信: what this service gave up, for ADMIN of the top unit, under the service's own name so that the gateway finds it.
 * Replays and discards stand in the ledger.
 */
@RestController
@RequestMapping("/api/v1/dead-letters/{service}")
class DeadLetterController {
    private final DeadLetterDoor door;

    DeadLetterController(DeadLetterDoor door) {
        this.door = door;
    }

    @GetMapping
    Letters all(
            Caller caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        return door.all(caller, service, topic, before, limit);
    }

    @GetMapping("/{topic}/{partition}/{offset}")
    LetterContent one(
            Caller caller,
            @PathVariable String service,
            @PathVariable String topic,
            @PathVariable int partition,
            @PathVariable long offset) {
        return door.one(caller, service, topic, partition, offset);
    }

    @PostMapping("/replays")
    Outcome replay(Caller caller, @PathVariable String service, @RequestBody Act act) {
        return door.replay(caller, service, act, Traces.current());
    }

    @PostMapping("/discards")
    Outcome discard(Caller caller, @PathVariable String service, @RequestBody Act act) {
        return door.discard(caller, service, act, Traces.current());
    }
}
