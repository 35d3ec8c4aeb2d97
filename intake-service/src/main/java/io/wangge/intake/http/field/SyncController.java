package io.wangge.intake.http.field;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.attachment.AttachmentAnswer;
import io.wangge.intake.http.report.ReceiptAnswer;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.problem.Problem;
import io.wangge.kit.trace.Traces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What a phone queued without network, in one call: in any order, again and again. Each item has its own answer, and what
 * is wrong with one never touches another. Nothing is told to be dropped that may only be late: TRY_AGAIN.
 */
@RestController
class SyncController {
    /** A day in the field. */
    static final int MOST_ITEMS = 200;

    private final SyncItems items;
    private final InstantSource clock;

    SyncController(SyncItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /** @param items each {@code {"kind":"REPORT","report":{…}}} or {@code {"kind":"ATTACHMENT","attachment":{…}}} */
    record Batch(@Nullable List<@Nullable JsonNode> items) {}

    /** @param serverTime so that the phone knows how far its clock is off */
    record Answer(Instant serverTime, List<ItemAnswer> items) {}

    /** What became of an item. */
    enum Outcome {
        STORED,
        ALREADY_STORED,
        /** Never as it is; the problem says why, and the phone shows it to its owner. */
        REFUSED,
        /** Nobody knows; the same again will tell. */
        TRY_AGAIN
    }

    /**
     * @param index place in the batch, from 0
     * @param id as the client made it; absent when it could not be read
     */
    record ItemAnswer(
            int index,
            @Nullable String id,
            Outcome outcome,
            @Nullable ReceiptAnswer report,
            @Nullable AttachmentAnswer attachment,
            @Nullable Problem problem) {}

    @PostMapping("/api/v1/reports/sync")
    Answer sync(
            @RequestBody Batch batch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller)
            throws InterruptedException {
        List<@Nullable JsonNode> queued = batch.items() == null ? List.of() : batch.items();
        if (queued.size() > MOST_ITEMS) {
            throw Faults.problem(List.of(new FieldFault("items", "too-many", Map.of("max", MOST_ITEMS))));
        }
        SyncItems.Sender sender = new SyncItems.Sender(caller, Traces.current(), language);
        List<Callable<ItemAnswer>> reports = new ArrayList<>();
        List<Callable<ItemAnswer>> others = new ArrayList<>();
        for (int i = 0; i < queued.size(); i++) {
            int index = i;
            JsonNode item = queued.get(i);
            (SyncItems.isReport(item) ? reports : others).add(() -> items.take(index, item, sender));
        }
        List<ItemAnswer> answers = new ArrayList<>();
        // Side by side, so that their writes travel together. Reports first: their photos then find them.
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            collect(hands.invokeAll(reports), answers);
            collect(hands.invokeAll(others), answers);
        }
        answers.sort(Comparator.comparingInt(ItemAnswer::index));
        return new Answer(clock.instant(), answers);
    }

    private static void collect(List<Future<ItemAnswer>> futures, List<ItemAnswer> into) throws InterruptedException {
        for (Future<ItemAnswer> future : futures) {
            try {
                into.add(future.get());
            } catch (ExecutionException e) {
                // An item answers for its own failures; what comes through here is none of theirs.
                throw new IllegalStateException("An item of a batch failed", e.getCause());
            }
        }
    }
}
