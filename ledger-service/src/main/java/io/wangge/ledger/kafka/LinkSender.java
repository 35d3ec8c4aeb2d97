package io.wangge.ledger.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.kit.consume.EventHandler;
import io.wangge.ledger.callback.RoundLink;
import io.wangge.ledger.desk.RoundLinks;
import io.wangge.ledger.desk.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.producer.Producer;

/**
 * 评价链接: as soon as a round opens, each reporter is sent a link to answer with; intake knows by which way. It follows the
 * ledger's own events, so that a crash delays a link and loses none. A batch costs one write and one flush.
 */
public final class LinkSender implements EventHandler {
    /** Rounds are due the day after; of older ones a clerk has called by now, also after an upgrade that reads all anew. */
    static final Duration TOO_LATE = Duration.ofDays(3);

    private final RoundLinks links;
    private final BinaryOperator<String> tokens;
    private final NoticeSender sender;
    private final InstantSource clock;

    /**
     * @param tokens round id, resident id → secret token, always the same
     * @param source CloudEvents source of this service
     */
    public LinkSender(
            RoundLinks links,
            BinaryOperator<String> tokens,
            Producer<String, byte[]> producer,
            String source,
            InstantSource clock) {
        this.links = links;
        this.tokens = tokens;
        this.sender = new NoticeSender(producer, source);
        this.clock = clock;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        Instant earliest = clock.instant().minus(TOO_LATE);
        List<RoundLink> made = new ArrayList<>();
        List<Envelope<Raised>> notices = new ArrayList<>();
        for (Envelope<Event> event : events) {
            if (event.body() instanceof RoundOpened opened && !event.time().isBefore(earliest)) {
                opened.residentIds().stream()
                        .distinct()
                        .filter(resident -> !resident.isEmpty())
                        .forEach(resident -> {
                            String token = tokens.apply(opened.roundId(), resident);
                            RoundLink link = RoundLink.of(Tokens.hash(token), opened.roundId(), resident, event.time());
                            made.add(link);
                            notices.add(notice(event, opened, link, token));
                        });
            }
        }
        if (!made.isEmpty()) {
            links.keepAll(made);
            sender.send(notices);
        }
        return List.of();
    }

    private static Envelope<Raised> notice(Envelope<Event> cause, RoundOpened opened, RoundLink link, String token) {
        Raised raised = new Raised(
                "callback-link:" + opened.roundId() + ":" + link.residentId(),
                Recipient.resident(link.residentId()),
                "callback-link",
                Map.of(),
                "/#/rate/" + token,
                opened.caseId(),
                null,
                link.expiresAt());
        return new Envelope<>(Streams.notice(raised.noticeId()), 1, cause.time(), cause.traceparent(), raised);
    }
}
