package io.wangge.intake.http.notice;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.Notices;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.Notice;
import io.wangge.intake.notice.NoticeWords;
import io.wangge.kit.directory.DirectoryCopy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * New notices as Server-Sent Events. One look at the store each second serves everybody who watches at this replica, and
 * none is taken while nobody does. Who was away for a moment reads the list: the stream repeats nothing.
 */
@Component
class NoticeStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeStreams.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** What was being written when the look before was taken. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private static final int AT_ONCE = 500;
    private static final int REMEMBERED = 5_000;
    /** Whoever is that far behind starts again from the list. */
    private static final int MOST_WAITING = 100;

    private final Notices notices;
    private final NoticeWords words;
    private final DirectoryCopy directory;
    private final InstantSource clock;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private volatile @Nullable Thread looking;

    NoticeStreams(Notices notices, NoticeWords words, DirectoryCopy directory, InstantSource clock) {
        this.notices = notices;
        this.words = words;
        this.directory = directory;
        this.clock = clock;
    }

    /** One connection. */
    private static final class Watcher {
        final String staffId;
        final BlockingQueue<Notice> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        final AtomicBoolean left = new AtomicBoolean();
        final Instant since;
        volatile @Nullable Thread pump;

        Watcher(String staffId, Instant since) {
            this.staffId = staffId;
            this.since = since;
        }
    }

    SseEmitter open(Caller caller) {
        SseEmitter emitter = new SseEmitter(0L);
        Watcher watcher = new Watcher(caller.staffId(), clock.instant());
        emitter.onCompletion(() -> watcher.left.set(true));
        emitter.onError(failure -> watcher.left.set(true));
        watcher.pump = Thread.ofVirtual().name("notices-" + caller.staffId()).unstarted(() -> pump(emitter, watcher));
        watchers.add(watcher);
        watcher.pump.start();
        return emitter;
    }

    private void pump(SseEmitter emitter, Watcher watcher) {
        try {
            emitter.send(SseEmitter.event().comment("watching"));
            while (!watcher.left.get()) {
                Notice next = watcher.waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                emitter.send(
                        next == null
                                ? SseEmitter.event().comment("heartbeat")
                                : SseEmitter.event()
                                        .name("notice")
                                        .data(NoticeAnswer.of(next, false, words), MediaType.APPLICATION_JSON));
            }
        } catch (IOException | IllegalStateException e) {
            // The client has gone; there is nobody to tell.
            LOG.atDebug().log("A watcher has gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.remove(watcher);
            emitter.complete();
        }
    }

    private void look() {
        Instant from = clock.instant().minus(OVERLAP);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY);
                Instant now = clock.instant();
                if (!watchers.isEmpty()) {
                    List<Notice> fresh = notices.storedSince(from, AT_ONCE);
                    fresh.forEach(this::pass);
                    boolean more = fresh.size() == AT_ONCE;
                    from = more ? fresh.getLast().storedAt() : now.minus(OVERLAP);
                } else {
                    from = now.minus(OVERLAP);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The live notices wait for the store: {}", e.toString());
            }
        }
    }

    private void pass(Notice notice) {
        if (seen.put(notice.id(), true) != null) {
            return;
        }
        for (Watcher watcher : watchers) {
            if (!notice.storedAt().isBefore(watcher.since)
                    && isFor(watcher, notice)
                    && !watcher.waiting.offer(notice)) {
                watcher.left.set(true);
            }
        }
    }

    /** By the roles of this moment. */
    private boolean isFor(Watcher watcher, Notice notice) {
        return directory
                .ifReady()
                .flatMap(now -> now.caller(watcher.staffId))
                .filter(caller -> Addressee.of(caller).contains(notice.to()))
                .isPresent();
    }

    @Override
    public void start() {
        looking = Thread.ofVirtual().name("live-notices").start(this::look);
    }

    /** Before the graceful stop, which waits for open requests: these never end by themselves. */
    @Override
    public void stop() {
        Thread running = looking;
        if (running != null) {
            running.interrupt();
        }
        looking = null;
        watchers.forEach(watcher -> {
            watcher.left.set(true);
            Thread pump = watcher.pump;
            if (pump != null) {
                pump.interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
