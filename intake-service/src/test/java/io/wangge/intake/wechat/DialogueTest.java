package io.wangge.intake.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.wechat.Dialogue.Next;
import io.wangge.intake.wechat.Dialogue.Said;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialogueTest {
    @Test
    void text_then_place_is_a_report() {
        Said text = said(Dialogue.of(Said.NOTHING, text("井盖破损")));

        Next.File filed = (Next.File) Dialogue.of(text, place("30.21", "120.11"));

        assertThat(filed.said().text()).isEqualTo("井盖破损");
        assertThat(filed.said().place().longitude()).isEqualTo(120.11);
        assertThat(filed.said().place().latitude()).isEqualTo(30.21);
        assertThat(filed.said().address()).isEqualTo("望江路");
    }

    @Test
    void place_then_text_is_one_too_and_photos_come_at_any_time() {
        Said photo = said(Dialogue.of(Said.NOTHING, message("image", Map.of("MediaId", "m-1"))));
        Said place = said(Dialogue.of(photo, place("30.21", "120.11")));

        Next.File filed = (Next.File) Dialogue.of(place, text("井盖破损"));

        assertThat(filed.said().mediaIds()).containsExactly("m-1");
    }

    @Test
    void the_place_may_be_words_or_unknown() {
        Said text = said(Dialogue.of(Said.NOTHING, text("噪音扰民")));

        assertThat(((Next.File) Dialogue.of(text, text("幸福里3号楼"))).said().address())
                .isEqualTo("幸福里3号楼");
        assertThat(((Next.File) Dialogue.of(text, text("无"))).said().address()).isNull();
    }

    @Test
    void a_number_is_looked_up_and_cancel_begins_anew() {
        Said text = said(Dialogue.of(Said.NOTHING, text("井盖破损")));

        assertThat(Dialogue.of(text, text("261123-0042"))).isEqualTo(new Next.LookUp("261123-0042"));
        assertThat(said(Dialogue.of(text, text("取消")))).isEqualTo(Said.NOTHING);
    }

    @Test
    void nonsense_loses_nothing_of_what_was_said() {
        Said text = said(Dialogue.of(Said.NOTHING, text("井盖破损")));

        assertThat(said(Dialogue.of(text, place("north", "east")))).isEqualTo(text);
        assertThat(said(Dialogue.of(text, message("voice", Map.of())))).isEqualTo(text);
        assertThat(said(Dialogue.of(text, message("event", Map.of("Event", "subscribe")))))
                .isEqualTo(text);
    }

    private static Said said(Next next) {
        return ((Next.Answer) next).said();
    }

    private static Incoming text(String content) {
        return message("text", Map.of("Content", content));
    }

    private static Incoming place(String latitude, String longitude) {
        return message("location", Map.of("Location_X", latitude, "Location_Y", longitude, "Label", "望江路"));
    }

    private static Incoming message(String type, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("MsgType", type);
        return new Incoming(fields);
    }
}
