package io.wangge.intake.wechat;

import java.time.Instant;

/** 被动回复: a text that answers a message, as the platform reads it. */
public final class Reply {
    private Reply() {}

    public static String text(Incoming to, String text, Instant now) {
        return "<xml><ToUserName>" + cdata(to.openid()) + "</ToUserName><FromUserName>" + cdata(to.field("ToUserName"))
                + "</FromUserName><CreateTime>" + now.getEpochSecond() + "</CreateTime><MsgType>" + cdata("text")
                + "</MsgType><Content>" + cdata(text) + "</Content></xml>";
    }

    /** In the encrypted mode. */
    public static String sealed(String xml, MessageSeal seal, String nonce, Instant now) {
        String encrypted = seal.close(xml);
        String timestamp = Long.toString(now.getEpochSecond());
        return "<xml><Encrypt>" + cdata(encrypted) + "</Encrypt><MsgSignature>"
                + cdata(seal.signature(timestamp, nonce, encrypted)) + "</MsgSignature><TimeStamp>" + timestamp
                + "</TimeStamp><Nonce>" + cdata(nonce) + "</Nonce></xml>";
    }

    /** What somebody wrote may contain the end of a section. */
    private static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
