package io.wangge.ledger.book;

/** Wants to know what was written, after it was committed; must be quick and must not throw. */
@FunctionalInterface
public interface Reader {
    void written(Changes changes);
}
