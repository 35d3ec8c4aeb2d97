package io.wangge.benchmarks;

/** An error under load makes the run worthless: nothing is written down. */
final class BenchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchFailed(String message) {
        super(message);
    }
}
