package io.wangge.intake.wechat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 对话上报: text, then place, in any order, photos at any time. Pure: what was said so far and a message in; what is said now,
 * what to answer and what to do out.
 */
public final class Dialogue {
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{4,}");
    private static final List<String> WITHOUT_PLACE = List.of("无", "没有", "不知道", "跳过");
    private static final List<String> CANCELS = List.of("取消", "算了", "重来");
    /** The form's own limit is 2000. */
    private static final int LONGEST = 1800;

    private static final int MOST_PHOTOS = 6;
    private static final String WELCOME = "您好！直接写下您要反映的问题即可，也可以发照片和位置。回复编号可查进度。";
    private static final String ASK_PLACE = "已记下。请发送位置（点“+”→“位置”），或写下地点；不清楚请回复“无”。回复“取消”可重来。";
    private static final String ASK_TEXT = "已收到位置。请写下发生了什么。";

    private Dialogue() {}

    /**
     * What was said so far.
     *
     * @param place GCJ-02, as the platform's map gives it
     */
    public record Said(
            @Nullable String text,
            @Nullable Place place,
            @Nullable String address,
            List<String> mediaIds) {
        public static final Said NOTHING = new Said(null, null, null, List.of());

        public Said {
            mediaIds = List.copyOf(mediaIds);
        }

        @Override
        public String toString() {
            return "Said[…]";
        }
    }

    /** A point of the platform's map. */
    public record Place(double longitude, double latitude, String label) {}

    /** What follows. */
    public sealed interface Next {
        /** Go on talking. */
        record Answer(Said said, String text) implements Next {}

        /** All is there: file it; the answer names the number. */
        record File(Said said) implements Next {}

        /** Somebody asks how a matter stands. */
        record LookUp(String number) implements Next {}
    }

    public static Next of(Said said, Incoming message) {
        return switch (message.field("MsgType")) {
            case "text" -> text(said, message.field("Content").strip());
            case "location" -> place(said, message);
            case "image" -> photo(said, message.field("MediaId"));
            case "event" -> new Next.Answer(said, WELCOME);
            default -> new Next.Answer(said, "请用文字、照片或位置反映问题。");
        };
    }

    private static Next text(Said said, String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return new Next.LookUp(text);
        }
        if (text.isEmpty()) {
            return new Next.Answer(said, WELCOME);
        }
        if (CANCELS.contains(text)) {
            return new Next.Answer(Said.NOTHING, "已取消。" + WELCOME);
        }
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (said.text() == null) {
            Said now = new Said(kept, said.place(), said.address(), said.mediaIds());
            return said.place() == null ? new Next.Answer(now, ASK_PLACE) : new Next.File(now);
        }
        return new Next.File(
                new Said(said.text(), said.place(), WITHOUT_PLACE.contains(text) ? null : kept, said.mediaIds()));
    }

    private static Next place(Said said, Incoming message) {
        Place place;
        try {
            // The platform calls latitude X and longitude Y.
            place = new Place(
                    Double.parseDouble(message.field("Location_Y")),
                    Double.parseDouble(message.field("Location_X")),
                    message.field("Label"));
        } catch (NumberFormatException e) {
            return new Next.Answer(said, "没有读到位置，请再发一次，或写下地点。");
        }
        String label = place.label().isBlank() ? said.address() : place.label();
        Said now = new Said(said.text(), place, label, said.mediaIds());
        return said.text() == null ? new Next.Answer(now, ASK_TEXT) : new Next.File(now);
    }

    private static Next photo(Said said, String mediaId) {
        if (mediaId.isEmpty() || said.mediaIds().size() >= MOST_PHOTOS) {
            return new Next.Answer(said, "照片已够，请继续。");
        }
        List<String> photos = new ArrayList<>(said.mediaIds());
        photos.add(mediaId);
        Said now = new Said(said.text(), said.place(), said.address(), photos);
        return new Next.Answer(now, said.text() == null ? "照片已收到。请写下发生了什么。" : ASK_PLACE);
    }
}
