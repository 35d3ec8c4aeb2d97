package io.wangge.ledger.http.book;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent.TextsErased;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.http.book.ErasureBody.Asked;
import io.wangge.ledger.kafka.LedgerEvents;
import io.wangge.ledger.kafka.SealAnnouncer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 个人信息删除 (个人信息保护法 art. 47): texts and resident ids of a case are forgotten, their hashes stay, so the chain still
 * verifies. The erasure is itself an entry, and an event: a ledger that is filled anew from the topics forgets them again.
 */
@RestController
@RequestMapping("/api/v1/ledger/erasures")
class ErasureController {
    private final CaseLedger ledger;
    private final SealAnnouncer announcer;
    private final LedgerEvents events;
    private final InstantSource clock;

    ErasureController(CaseLedger ledger, SealAnnouncer announcer, LedgerEvents events, InstantSource clock) {
        this.ledger = ledger;
        this.announcer = announcer;
        this.events = events;
        this.clock = clock;
    }

    record ErasureView(String id, String caseId, String reason, String entryId, Instant at) {}

    @PostMapping
    ErasureView erase(Caller caller, @RequestBody ErasureBody body) {
        String unit = Stream.of(Role.AUDITOR, Role.ADMIN)
                .flatMap(role -> caller.unitsOf(role).stream().sorted())
                .findFirst()
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
        Asked asked = body.asked();
        if (ledger.facts(asked.caseId())
                .filter(facts -> caller.coversAny(facts.scopeUnits()))
                .isEmpty()) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        return before(asked).orElseGet(() -> now(asked, Actor.staff(caller.staffId(), unit)));
    }

    /** The same request again. */
    private Optional<ErasureView> before(Asked asked) {
        long seq =
                events.positionsOf(Set.of(Streams.erasure(asked.id()))).getOrDefault(Streams.erasure(asked.id()), 0L);
        if (seq == 0) {
            return Optional.empty();
        }
        return Optional.of(ledger.entries(asked.caseId()).stream()
                .filter(entry -> entry.entry().stream().equals(Streams.erasure(asked.id())))
                .filter(entry -> asked.reason().equals(entry.data().get("reason")))
                .findFirst()
                .map(entry -> view(asked, entry))
                .orElseThrow(() -> new ProblemException(409, ProblemCodes.SAME_ID_OTHER_CONTENT)));
    }

    private static ErasureView view(Asked asked, ReadableEntry entry) {
        return new ErasureView(
                asked.id(),
                asked.caseId(),
                asked.reason(),
                entry.entry().id(),
                entry.entry().time());
    }

    private ErasureView now(Asked asked, Actor by) {
        Envelope<Event> event = new Envelope<>(
                Streams.erasure(asked.id()),
                1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Traces.current(),
                new TextsErased(asked.caseId(), by, asked.reason()));
        try {
            announcer.send(Topics.AUDIT, asked.caseId(), event);
        } catch (KafkaException e) {
            throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        }
        // It comes again over the topic and is dropped as a repeat; the caller need not wait for that.
        events.apply(List.of(event));
        return new ErasureView(asked.id(), asked.caseId(), asked.reason(), event.id(), event.time());
    }
}
