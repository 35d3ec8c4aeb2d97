package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The orders that indexes keep. */
enum ListOrder {
    /** Open cases by what is due next, then the closed ones, the newest first. */
    DUE_NEXT {
        @Override
        String field() {
            return ListKeys.ORDER;
        }

        @Override
        Bson sort() {
            return Sorts.ascending(ListKeys.ORDER, "_id");
        }

        @Override
        String mark() {
            return "d";
        }

        @Override
        Cursor endedAt(Document last) {
            return new Cursor(this, last.getLong(ListKeys.ORDER), last.getString("_id"));
        }

        @Override
        Bson upTo(long at) {
            return Filters.gte(ListKeys.ORDER, at);
        }

        @Override
        Document isBefore(long at, String id) {
            return either("$gt", "$" + ListKeys.ORDER, at, id);
        }
    },

    /** By when they were opened, which never changes: an index by words is not written again with every event. */
    NEWEST {
        @Override
        String field() {
            return CaseMapper.OPENED_AT;
        }

        @Override
        Bson sort() {
            return Sorts.descending(CaseMapper.OPENED_AT, "_id");
        }

        @Override
        String mark() {
            return "n";
        }

        @Override
        Cursor endedAt(Document last) {
            return new Cursor(this, last.getDate(CaseMapper.OPENED_AT).getTime(), last.getString("_id"));
        }

        @Override
        Bson upTo(long at) {
            return Filters.lte(CaseMapper.OPENED_AT, new Date(at));
        }

        @Override
        Document isBefore(long at, String id) {
            return either("$lt", "$" + CaseMapper.OPENED_AT, new Date(at), id);
        }
    };

    /** The first field that it sorts by; the second is the id. */
    abstract String field();

    abstract Bson sort();

    /** Tells the cursors of one order from those of the other. */
    abstract String mark();

    abstract Cursor endedAt(Document last);

    /** Bounds the index: what lies behind a place, and what shares its moment. */
    abstract Bson upTo(long at);

    /** An expression that leaves out what was shown: whether a place comes before the case that is looked at. */
    abstract Document isBefore(long at, String id);

    private static Document either(String further, String field, Object at, String id) {
        Document sameMoment = new Document(
                "$and", List.of(new Document("$eq", List.of(field, at)), new Document(further, List.of("$_id", id))));
        return new Document("$or", List.of(new Document(further, List.of(field, at)), sameMoment));
    }
}
