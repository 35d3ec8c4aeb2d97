package io.wangge.intake.sending;

import io.wangge.intake.notice.Delivery;
import io.wangge.intake.notice.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where no provider is named: the message stands in the log, without whom it was for, what it says and what it opens. */
final class LogSink {
    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    private LogSink() {}

    static void write(Notice notice) {
        for (Delivery delivery : notice.deliveries()) {
            if (delivery.state() == Delivery.State.LOGGED) {
                LOG.atInfo()
                        .addKeyValue("noticeId", notice.id())
                        .addKeyValue("channel", delivery.channel())
                        .addKeyValue("subject", notice.subject())
                        .log("Message not sent, as no provider is named");
            }
        }
    }
}
