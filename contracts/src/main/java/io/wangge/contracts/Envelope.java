package io.wangge.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact of one stream.
 *
 * @param stream who it is about, such as {@code case/ID} (see {@link Streams})
 * @param seq its number in the stream, from 1
 * @param time when it happened by the producer's clock, to the millisecond; never earlier than its predecessor's
 * @param traceparent W3C trace context of the request that caused it
 * @param body what happened
 */
public record Envelope<B extends Event>(
        String stream, long seq, Instant time, @Nullable String traceparent, B body) {

    /** The event's identity everywhere: {@code stream/seq}. */
    public String id() {
        return id(stream, seq);
    }

    public static String id(String stream, long seq) {
        return stream + "/" + seq;
    }
}
