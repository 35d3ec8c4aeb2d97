package io.wangge.dispatch.desk;

/** The store is away, or a case cannot take more for now: the same batch has to come again. */
public final class StoreBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreBusy(String message) {
        super(message);
    }
}
