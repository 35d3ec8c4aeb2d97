package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.model.Filters;
import io.wangge.dispatch.desk.CaseLists.BadCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bson.conversions.Bson;

/**
 * Where a page ended: a list goes on behind it, whatever was added or taken away since.
 *
 * @param at the place in its order
 */
record Cursor(ListOrder order, long at, String id) {

    /** @throws BadCursor for what {@link #text} never said, or said of a list in another order */
    static Cursor parse(ListOrder order, String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (!plain.startsWith(order.mark())) {
                throw new BadCursor();
            }
            String rest = plain.substring(order.mark().length());
            int colon = rest.indexOf(':');
            return new Cursor(order, Long.parseLong(rest.substring(0, colon)), rest.substring(colon + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadCursor();
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order.mark() + at + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    Bson further() {
        return order.further(at);
    }

    Bson sameMoment() {
        return order.sameMoment(at, id);
    }

    /** The first condition bounds the index, the second leaves out what was shown. */
    Bson behind() {
        return Filters.and(order.upTo(at), Filters.or(further(), sameMoment()));
    }
}
