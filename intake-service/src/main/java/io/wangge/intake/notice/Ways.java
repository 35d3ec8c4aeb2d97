package io.wangge.intake.notice;

import io.wangge.contracts.notice.NoticeEvent.Raised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which ways a notice takes, decided when it is raised. */
public final class Ways {
    private Ways() {}

    /**
     * WeChat costs nothing and is read where the report was made, so a short message goes only to those without it; push
     * goes beside either.
     */
    public static Notice plan(
            Raised raised,
            String to,
            Reach reach,
            Preferences preferences,
            Channels channels,
            SendingRules rules,
            Instant raisedAt,
            Instant now) {
        Notice notice = new Notice(
                Notice.idOf(raised.noticeId(), to),
                to,
                raised.subject(),
                raised.facts(),
                raised.link(),
                raised.caseId(),
                Boolean.TRUE.equals(raised.urgent()),
                raisedAt,
                now,
                raised.expiresAt(),
                List.of());
        if (!rules.leaves(raised.subject())) {
            return notice;
        }
        Instant at = rules.mayBeSent(notice, now);
        List<Delivery> deliveries = new ArrayList<>();
        for (MessageChannel channel : List.of(MessageChannel.WECHAT, MessageChannel.PUSH, MessageChannel.SMS)) {
            boolean reached = reach.addresses().containsKey(channel)
                    && channels.has(channel)
                    && rules.leavesBy(channel, raised.subject());
            boolean needed = channel != MessageChannel.SMS
                    || deliveries.stream().noneMatch(other -> other.channel() == MessageChannel.WECHAT);
            if (reached && needed && preferences.allow(channel, raised.subject())) {
                deliveries.add(channels.begin(channel, at, now));
            }
        }
        return notice.with(deliveries);
    }
}
