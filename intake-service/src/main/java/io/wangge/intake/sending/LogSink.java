package io.wangge.intake.sending;

import io.wangge.intake.desk.MessageCarrier;
import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where no provider is named: the message stands in the log, without whom it was for and what it opens. */
public final class LogSink implements MessageCarrier {
    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    private final MessageChannel channel;

    public LogSink(MessageChannel channel) {
        this.channel = channel;
    }

    @Override
    public MessageChannel channel() {
        return channel;
    }

    @Override
    public Attempt send(Message message) {
        LOG.atInfo()
                .addKeyValue("channel", channel)
                .addKeyValue("subject", message.subject())
                .addKeyValue("to", masked(message.address()))
                .log("Message not sent, as no provider is named");
        return new Attempt.Sent();
    }

    /** 138****5678: enough to tell two apart. */
    static String masked(String address) {
        int length = address.length();
        return length < 8 ? "****" : address.substring(0, 3) + "****" + address.substring(length - 4);
    }
}
