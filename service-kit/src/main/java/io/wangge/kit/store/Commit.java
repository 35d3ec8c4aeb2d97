package io.wangge.kit.store;

/** What became of one guarded write. */
public sealed interface Commit<T> {

    /** Durable by majority; its events are on their way. */
    record Done<T>(Stored<T> now) implements Commit<T> {}

    /** Somebody else was faster: load and decide again, or answer 412. */
    record LostRace<T>() implements Commit<T> {}

    /** A unique key stands already. @param index name of the index, {@code _id_} for the id */
    record DuplicateKey<T>(String index) implements Commit<T> {}

    /** Too many of its events wait to be published: answer 503, or wait. */
    record OutboxFull<T>() implements Commit<T> {}

    /** The store refused this document alone. */
    record BadDocument<T>(String message) implements Commit<T> {}

    /** Nobody knows whether it was stored: answer 503 "repeat with the same id". */
    record Unknown<T>(String cause) implements Commit<T> {}
}
