package io.wangge.intake.desk;

import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;

/** 发送通道: hands one message to whoever carries it: a provider of short messages, a push service, WeChat. */
public interface MessageCarrier {
    MessageChannel channel();

    /** Blocks at most some seconds. Never throws for what the other side does. */
    Attempt send(Message message);
}
