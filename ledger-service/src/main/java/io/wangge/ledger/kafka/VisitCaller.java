package io.wangge.ledger.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.kit.consume.EventHandler;
import io.wangge.kit.store.Stored;
import io.wangge.ledger.callback.Round;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;

/**
 * 上门回访: tells the grid workers of a matter's grid that they are to knock, once for each round, as soon as a round is one
 * for the door ({@link Round#visitUnits}). Intake shows them the contact on the strength of this very notice: it does not
 * hear of attempts that failed, and nobody else may look.
 */
public final class VisitCaller implements EventHandler {
    /** Intake knows the notice by it; the round's id follows. */
    static final String NOTICE = "callback-visit:";

    private final Function<Collection<String>, Map<String, Stored<Round>>> rounds;
    private final NoticeSender sender;
    private final InstantSource clock;

    /**
     * @param rounds ids → those that there are
     * @param source CloudEvents source of this service
     */
    public VisitCaller(
            Function<Collection<String>, Map<String, Stored<Round>>> rounds,
            Producer<String, byte[]> producer,
            String source,
            InstantSource clock) {
        this.rounds = rounds;
        this.sender = new NoticeSender(producer, source);
        this.clock = clock;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        Instant earliest = clock.instant().minus(LinkSender.TOO_LATE);
        Map<String, Envelope<Event>> causes = new LinkedHashMap<>();
        for (Envelope<Event> event : events) {
            boolean mayCallForIt = event.body() instanceof RoundOpened || event.body() instanceof AttemptFailed;
            if (mayCallForIt && !event.time().isBefore(earliest)) {
                causes.putIfAbsent(((CallbackEvent) event.body()).roundId(), event);
            }
        }
        if (causes.isEmpty()) {
            return List.of();
        }
        Map<String, Stored<Round>> found = rounds.apply(causes.keySet());
        List<Envelope<Raised>> notices = new ArrayList<>();
        causes.forEach((id, cause) -> {
            Stored<Round> round = found.get(id);
            if (round != null && !round.value().visitUnits().isEmpty()) {
                notices.add(notice(cause, round.value()));
            }
        });
        if (!notices.isEmpty()) {
            sender.send(notices);
        }
        return List.of();
    }

    private static Envelope<Raised> notice(Envelope<Event> cause, Round round) {
        Map<String, String> facts = new HashMap<>();
        facts.put("roundId", round.roundId());
        facts.put("caseNumber", round.theCase().caseNumber());
        if (round.theCase().category() != null) {
            facts.put("category", round.theCase().category());
        }
        // He is told with the others, and may not.
        if (round.doerId() != null) {
            facts.put("doerId", round.doerId());
        }
        Raised raised = new Raised(
                NOTICE + round.roundId(),
                Recipient.unit(round.visitUnits().getLast(), Role.GRID_WORKER.name()),
                "callback-visit",
                facts,
                null,
                round.caseId(),
                null,
                null);
        return new Envelope<>(Streams.notice(raised.noticeId()), 1, cause.time(), cause.traceparent(), raised);
    }
}
