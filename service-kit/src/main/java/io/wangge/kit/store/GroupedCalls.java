package io.wangge.kit.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets concurrent callers share one round trip: what waits is asked together, without a delay when nothing does. At most
 * one question per key is in a batch.
 */
public final class GroupedCalls<Q, A> implements AutoCloseable {
    private record Call<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Function<List<Q>, List<A>> together;
    private final Batcher<Call<Q, A>> batcher;

    /**
     * @param name of its thread
     * @param together the answers in the order of the questions; what it throws reaches every caller of the batch
     */
    public GroupedCalls(String name, int maxBatch, Function<Q, String> key, Function<List<Q>, List<A>> together) {
        this.together = together;
        this.batcher = new Batcher<>(name, maxBatch, call -> key.apply(call.question()), this::answer);
    }

    /** Blocks until the batch that it travels in is answered. */
    public A ask(Q question) {
        Call<Q, A> call = new Call<>(question, new CompletableFuture<>());
        if (!batcher.offer(call)) {
            throw new IllegalStateException("the service is stopping");
        }
        try {
            return call.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void answer(List<Call<Q, A>> batch) {
        try {
            List<A> answers = together.apply(batch.stream().map(Call::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            batch.forEach(call -> call.answer().completeExceptionally(e));
        }
    }

    /** Answers what was asked, then stops. */
    @Override
    public void close() {
        batcher.close();
    }
}
