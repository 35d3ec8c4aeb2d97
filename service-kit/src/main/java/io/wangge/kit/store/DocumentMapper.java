package io.wangge.kit.store;

import java.util.List;
import org.bson.Document;

/**
 * A value of the domain ↔ the fields of its document, without {@code _id} and the fields that {@link StreamStore} keeps
 * ({@code version}, {@code commands}, {@code pending}, {@code pendingSince}).
 */
public interface DocumentMapper<T> {
    /** All fields, every time; one that is absent is removed from the document. */
    Document toDocument(T value);

    T fromDocument(String id, Document document);

    /** What is written with the first state and never again, such as words that a text is found by. */
    default Document writtenOnce(T value) {
        return new Document();
    }

    /** Fields that queries look at and {@link #fromDocument} does not: a load leaves them out. */
    default List<String> notRead() {
        return List.of();
    }
}
