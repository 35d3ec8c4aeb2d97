package io.wangge.kit.store;

import org.bson.Document;

/**
 * A value of the domain ↔ the fields of its document, without {@code _id} and the fields that {@link StreamStore} keeps
 * ({@code version}, {@code commands}, {@code pending}, {@code pendingSince}).
 */
public interface DocumentMapper<T> {
    /** All fields, every time; one that is absent is removed from the document. */
    Document toDocument(T value);

    T fromDocument(String id, Document document);
}
