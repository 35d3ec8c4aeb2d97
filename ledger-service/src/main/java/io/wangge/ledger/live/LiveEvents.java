package io.wangge.ledger.live;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.ledger.book.Line;
import org.jspecify.annotations.Nullable;

/** Lines of the ledger as live events. */
final class LiveEvents {
    private LiveEvents() {}

    /** @return null for what belongs to no case, such as sign-ins */
    static @Nullable LiveEvent of(Line line) {
        return switch (line.event().body()) {
            case CaseMessage<?> message -> event(line, message.after(), message.by(), null);
            case Received received ->
                // 举报: who took it in may be the one who reported.
                event(
                        line,
                        null,
                        received.nature() == Nature.TIP_OFF ? null : received.firstReceiver(),
                        received.category());
            case CallbackEvent.RoundAnswered answered -> event(line, null, answered.by(), null);
            case CallbackEvent.AttemptFailed failed -> event(line, null, failed.by(), null);
            case CallbackEvent callback -> event(line, null, null, null);
            default -> null;
        };
    }

    private static LiveEvent event(
            Line line, @Nullable CaseSummary after, @Nullable Actor by, @Nullable String category) {
        return new LiveEvent(
                line.entry().id(),
                line.entry().type(),
                line.entry().time(),
                line.caseId(),
                after == null ? null : after.caseNumber(),
                after == null ? null : after.state().name(),
                after == null ? category : after.category(),
                after == null ? null : after.level(),
                by == null || by.kind() == Actor.Kind.RESIDENT ? null : by.id(),
                by == null ? null : by.unitId(),
                line.scopeUnits());
    }
}
