package io.wangge.ledger.mongo.board;

import io.wangge.ledger.live.Tail.PositionGoneException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonTimestamp;

/**
 * A place in what was written: that of a snapshot, {@code t.TIME}, or behind an event, {@code e.PAGE.INDEX.TOKEN}.
 *
 * @param time of MongoDB's log, of the snapshot or of the event's page; each page is a transaction and has its own
 * @param page its id
 * @param index of the event on it
 * @param token from which MongoDB goes on behind the page; empty for a snapshot
 */
record TailPosition(long time, String page, int index, String token) {
    private static final Pattern SNAPSHOT = Pattern.compile("t\\.(\\d{1,19})");
    private static final Pattern EVENT = Pattern.compile("e\\.([0-9a-f]{24})\\.(\\d{1,6})\\.(82[0-9A-F]{16,400})");

    static TailPosition of(BsonTimestamp snapshot) {
        return new TailPosition(snapshot.getValue(), "", 0, "");
    }

    static TailPosition of(String page, int index, String token) {
        return new TailPosition(timeOf(token), page, index, token);
    }

    /** A token of MongoDB begins with the type of its first value, a timestamp (0x82), and that value. */
    static long timeOf(String token) {
        return token.length() < 18 ? 0 : Long.parseUnsignedLong(token.substring(2, 18), 16);
    }

    static TailPosition read(String text) {
        try {
            Matcher snapshot = SNAPSHOT.matcher(text);
            if (snapshot.matches()) {
                return new TailPosition(Long.parseLong(snapshot.group(1)), "", 0, "");
            }
            Matcher event = EVENT.matcher(text);
            if (event.matches()) {
                return of(event.group(1), Integer.parseInt(event.group(2)), event.group(3));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new PositionGoneException("not a position of ours");
    }

    boolean ofSnapshot() {
        return token.isEmpty();
    }

    String text() {
        return ofSnapshot() ? "t." + time : "e." + page + "." + index + "." + token;
    }
}
