package io.wangge.dispatch.mongo.casefile;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Small pieces of documents; an absent value is an absent field. */
final class Parts {
    private Parts() {}

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    static <A, B> @Nullable B maybe(@Nullable A value, Function<A, B> mapping) {
        return value == null ? null : mapping.apply(value);
    }

    static Date date(Instant instant) {
        return Date.from(instant);
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    static List<String> strings(Document document, String field) {
        @Nullable List<String> list = document.getList(field, String.class);
        return list == null ? List.of() : List.copyOf(list);
    }
}
