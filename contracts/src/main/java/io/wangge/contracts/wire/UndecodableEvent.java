package io.wangge.contracts.wire;

/** A message that is not an event of ours, or not whole; its message says what is wrong, without any of its content. */
public final class UndecodableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UndecodableEvent(String message) {
        super(message);
    }
}
