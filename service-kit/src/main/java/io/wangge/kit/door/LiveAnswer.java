package io.wangge.kit.door;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How an answer ends that goes on for as long as somebody listens. */
public final class LiveAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAnswer.class);

    private LiveAnswer() {}

    /** Sends until there is nothing more to say, the thread is interrupted or the listener has gone. */
    @FunctionalInterface
    public interface Telling {
        void tell() throws IOException, InterruptedException;
    }

    /**
     * Tells, and ends the answer whichever way the telling ends. A failure of ours ends it with an error, so that the
     * client comes again.
     *
     * @param name of the stream, for the log
     */
    public static void give(SseEmitter emitter, String name, Telling telling) {
        try {
            telling.tell();
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The client has gone; there is nobody to tell.
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("A stream of {} is cut: {}", name, e.toString());
            emitter.completeWithError(e);
        }
    }
}
