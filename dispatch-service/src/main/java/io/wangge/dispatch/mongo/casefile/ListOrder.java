package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Date;
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
        Bson further(long at) {
            return Filters.gt(ListKeys.ORDER, at);
        }

        @Override
        Bson sameMoment(long at, String id) {
            return Filters.and(Filters.eq(ListKeys.ORDER, at), Filters.gt("_id", id));
        }

        @Override
        Bson upTo(long at) {
            return Filters.gte(ListKeys.ORDER, at);
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
        Bson further(long at) {
            return Filters.lt(CaseMapper.OPENED_AT, new Date(at));
        }

        @Override
        Bson sameMoment(long at, String id) {
            return Filters.and(Filters.eq(CaseMapper.OPENED_AT, new Date(at)), Filters.lt("_id", id));
        }

        @Override
        Bson upTo(long at) {
            return Filters.lte(CaseMapper.OPENED_AT, new Date(at));
        }
    };

    /** The first field that it sorts by; the second is the id. */
    abstract String field();

    abstract Bson sort();

    /** Tells the cursors of one order from those of the other. */
    abstract String mark();

    abstract Cursor endedAt(Document last);

    /** What lies behind a moment. */
    abstract Bson further(long at);

    /** What lies behind a place and shares its moment. */
    abstract Bson sameMoment(long at, String id);

    /** Both together, and what was shown of that moment: one bound for the index. */
    abstract Bson upTo(long at);
}
