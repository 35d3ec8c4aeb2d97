package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.model.Filters;
import io.wangge.dispatch.desk.CaseLists.BadCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Where a page ended: a list goes on behind it, whatever was added or taken away since. */
record Cursor(long order, String id) {

    static Cursor of(Document last) {
        return new Cursor(last.getLong(ListKeys.ORDER), last.getString("_id"));
    }

    /** @throws BadCursor for what {@link #text} never said */
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return new Cursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadCursor();
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The first condition bounds the index, the second leaves out what was shown. */
    Bson behind() {
        return Filters.and(
                Filters.gte(ListKeys.ORDER, order),
                Filters.or(
                        Filters.gt(ListKeys.ORDER, order),
                        Filters.and(Filters.eq(ListKeys.ORDER, order), Filters.gt("_id", id))));
    }
}
