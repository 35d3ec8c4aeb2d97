package io.wangge.intake.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
    @Test
    void reads_what_the_platform_sends() {
        Incoming message = Incoming.read("""
            <xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o-1]]></FromUserName>
            <CreateTime>1348831860</CreateTime><MsgType><![CDATA[text]]></MsgType>
            <Content><![CDATA[井盖<坏>了 😀]]></Content><MsgId>1234567890123456</MsgId></xml>\
            """).orElseThrow();

        assertThat(message.field("Content")).isEqualTo("井盖<坏>了 😀");
        assertThat(message.openid()).isEqualTo("o-1");
        assertThat(message.id()).isEqualTo("1234567890123456");
        assertThat(message.toString()).doesNotContain("井盖");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Content>&a;</Content></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><xml><Content>&b;</Content></xml>",
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:9/x.dtd\"><xml><Content>x</Content></xml>",
                "<xml><Content>&undeclared;</Content></xml>",
                "<xml><Content>x</Content>",
                "<xml/>",
                "",
                "{}",
                "\u0000"
            })
    void entities_document_types_and_garbage_are_no_message(String xml) {
        assertThat(Incoming.read(xml)).isEmpty();
    }

    @Test
    void a_reply_keeps_what_somebody_wrote_as_text() {
        Incoming to = new Incoming(Map.of("FromUserName", "o-1", "ToUserName", "gh_1"));
        String text = "a]]><evil>&";

        Incoming read = Incoming.read(Reply.text(to, text, Instant.EPOCH)).orElseThrow();

        assertThat(read.field("Content")).isEqualTo(text);
        assertThat(read.field("ToUserName")).isEqualTo("o-1");
    }
}
