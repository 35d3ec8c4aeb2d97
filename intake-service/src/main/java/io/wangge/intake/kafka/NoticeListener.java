package io.wangge.intake.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.intake.desk.TellPeople;
import io.wangge.intake.notice.CaseNotices.Told;
import io.wangge.kit.consume.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What any service wants told. Each notice is a stream of its own, so there is no order to keep; its id says what was had. */
public final class NoticeListener implements EventHandler {
    static final String NOT_A_NOTICE = "not-a-notice";

    private final TellPeople tellPeople;

    public NoticeListener(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        List<Unappliable> refused = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (Envelope<Event> event : events) {
            if (event.body() instanceof Raised raised && isWhole(raised)) {
                told.add(new Told(raised, event.time()));
            } else {
                refused.add(new Unappliable(event, NOT_A_NOTICE));
            }
        }
        tellPeople.tell(told);
        return refused;
    }

    /** What a library leaves open in a map: nothing may stand under a name. */
    private static boolean isWhole(Raised raised) {
        return raised.facts().values().stream().allMatch(Objects::nonNull);
    }
}
