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
        Bson behind(long at, String id) {
            return Filters.and(
                    Filters.gte(ListKeys.ORDER, at),
                    Filters.or(
                            Filters.gt(ListKeys.ORDER, at),
                            Filters.and(Filters.eq(ListKeys.ORDER, at), Filters.gt("_id", id))));
        }
    },

    /** By when they were opened, which never changes: an index by words is not written again with every event. */
    NEWEST {
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
        Bson behind(long at, String id) {
            Date opened = new Date(at);
            return Filters.and(
                    Filters.lte(CaseMapper.OPENED_AT, opened),
                    Filters.or(
                            Filters.lt(CaseMapper.OPENED_AT, opened),
                            Filters.and(Filters.eq(CaseMapper.OPENED_AT, opened), Filters.lt("_id", id))));
        }
    };

    abstract Bson sort();

    /** Tells the cursors of one order from those of the other. */
    abstract String mark();

    abstract Cursor endedAt(Document last);

    /** The first condition bounds the index, the second leaves out what was shown. */
    abstract Bson behind(long at, String id);
}
