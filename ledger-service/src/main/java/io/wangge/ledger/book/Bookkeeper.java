package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.audit.AuditEvent.ContactRevealed;
import io.wangge.contracts.audit.AuditEvent.TextsErased;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.criticism.AwardEvent;
import io.wangge.contracts.criticism.SanctionEvent;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.score.AppealEvent;
import io.wangge.ledger.book.Changes.CaseMove;
import io.wangge.ledger.book.Changes.HeadMove;
import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.figures.FigureChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what a batch of events adds to the ledger. Repeats add nothing, so a batch may come again. */
public final class Bookkeeper {
    private final ReportScopes reportScopes;

    public Bookkeeper(ReportScopes reportScopes) {
        this.reportScopes = reportScopes;
    }

    /** @throws IllegalArgumentException when an event's predecessor is missing: those are parked before they come here */
    public Changes add(List<Told> events, Known known) {
        Sheet sheet = new Sheet(known);
        for (Told told : events) {
            if (told.event().seq() > sheet.headOf(told.event().stream()).seq()) {
                sheet.add(told);
            }
        }
        return sheet.changes();
    }

    /** The case that an event belongs to; null for accounts and whatever is no case's. */
    public static @Nullable String caseIdOf(Envelope<Event> event) {
        return switch (event.body()) {
            case CaseMessage<?> message -> Streams.subjectOf(event.stream());
            case CallbackEvent callback -> callback.caseId();
            // The case that a report opens has the report's id.
            case Received received -> received.reportId();
            case TextsErased erased -> erased.caseId();
            case ContactRevealed revealed -> revealed.caseId();
            case AwardEvent award -> award.caseId();
            case SanctionEvent sanction -> sanction.caseId();
            case AppealEvent appeal -> appeal.caseId();
            default -> null;
        };
    }

    /** One batch being worked out. */
    private final class Sheet {
        private final Known known;
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, StreamHead> heads = new LinkedHashMap<>();
        private final Map<String, CaseFacts> cases = new HashMap<>();
        private final Map<String, CaseFacts> changedCases = new LinkedHashMap<>();
        private final RoundBook rounds;

        Sheet(Known known) {
            this.known = known;
            this.cases.putAll(known.cases());
            this.rounds = new RoundBook(known.openRounds().values());
        }

        StreamHead headOf(String stream) {
            StreamHead moved = heads.get(stream);
            return moved != null ? moved : knownHead(stream);
        }

        private StreamHead knownHead(String stream) {
            return known.heads().getOrDefault(stream, StreamHead.before(stream));
        }

        void add(Told told) {
            Envelope<Event> event = told.event();
            StreamHead.Link link = headOf(event.stream()).append(told.said());
            heads.put(event.stream(), link.head());
            String caseId = caseIdOf(event);
            if (event.body() instanceof CaseMessage<?> message && caseId != null) {
                CaseFacts before = cases.get(caseId);
                CaseFacts now = before == null
                        ? CaseFacts.first(message, event.seq(), event.time())
                        : before.after(message, event.seq(), event.time());
                cases.put(caseId, now);
                changedCases.put(caseId, now);
                rounds.follow(caseId, event, message, now);
            }
            lines.add(new Line(link.entry(), link.texts(), caseId, scopeOf(event, caseId), event));
        }

        private List<String> scopeOf(Envelope<Event> event, @Nullable String caseId) {
            CaseFacts facts = caseId == null ? null : cases.get(caseId);
            if (facts != null) {
                return facts.scopeUnits();
            }
            return event.body() instanceof Received received ? reportScopes.unitsOf(received) : List.of();
        }

        Changes changes() {
            List<HeadMove> moves = heads.values().stream()
                    .map(after -> new HeadMove(knownHead(after.stream()), after))
                    .toList();
            List<CaseMove> cases = changedCases.entrySet().stream()
                    .map(entry -> new CaseMove(known.cases().get(entry.getKey()), entry.getValue()))
                    .toList();
            return new Changes(lines, moves, cases, rounds.changes(), figureChanges(cases));
        }

        private static List<FigureChange> figureChanges(List<CaseMove> cases) {
            return cases.stream()
                    .flatMap(move -> FigureChange.between(
                            move.after().summary().caseId(),
                            move.before() == null ? null : move.before().figures(),
                            move.after().figures())
                            .stream())
                    .toList();
        }
    }
}
