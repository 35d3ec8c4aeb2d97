package io.wangge.dispatch.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.StaffCommand;
import io.wangge.kit.store.Stored;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The same done to many cases, each as if it were sent alone, all at once: their loads and writes travel together by the
 * store's own grouping. What one is refused hinders no other.
 */
public final class BulkDesk {
    /** As much as a page of a screen holds, five times over; and one batch of the store. */
    public static final int MOST = 500;
    /** Whoever names no version wants it done to the case as it stands, and loses a race to somebody else now and then. */
    private static final int TRIES = 5;

    private final CaseDesk desk;

    public BulkDesk(CaseDesk desk) {
        this.desk = desk;
    }

    /** @param version that the caller has seen; null for the case as it stands */
    public record Item(String caseId, @Nullable Long version) {}

    /** @param commandId under which it was done to this case; {@code outcome} may be a failure, which passed or not */
    public record ItemOutcome(
            Item item,
            String commandId,
            Optional<CommandOutcome> outcome,
            @Nullable Throwable failure) {}

    /**
     * @param bulkId the same when it is sent again: what was done is then not done twice
     * @param command a new one for each case, as each text has its own salt
     * @return one for each item, in their order
     */
    public List<ItemOutcome> apply(
            UUID bulkId,
            List<Item> items,
            Caller caller,
            Supplier<StaffCommand> command,
            @Nullable String traceparent) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return items.stream()
                    .map(item -> CompletableFuture.supplyAsync(
                            () -> one(bulkId, item, caller, command.get(), traceparent), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /** The command's id on one case: derived, so that a repeat finds it. */
    static String commandId(UUID bulkId, String caseId) {
        return UuidCreator.getNameBasedSha1(bulkId, caseId).toString();
    }

    private ItemOutcome one(UUID bulkId, Item item, Caller caller, StaffCommand command, @Nullable String traceparent) {
        String commandId = commandId(bulkId, item.caseId());
        try {
            Long version = item.version();
            CommandOutcome outcome = version == null
                    ? asItStands(item.caseId(), commandId, caller, command, traceparent)
                    : desk.command(item.caseId(), commandId, version, caller, command, traceparent);
            return new ItemOutcome(item, commandId, Optional.of(outcome), null);
        } catch (RuntimeException e) {
            // One case that cannot be stored, or a store that is away in the middle, must not hide what became of the
            // rest.
            return new ItemOutcome(item, commandId, Optional.empty(), e);
        }
    }

    private CommandOutcome asItStands(
            String caseId, String commandId, Caller caller, StaffCommand command, @Nullable String traceparent) {
        long version = desk.find(caseId, caller).map(Stored<Case>::version).orElse(0L);
        CommandOutcome outcome = desk.command(caseId, commandId, version, caller, command, traceparent);
        for (int tries = 1; tries < TRIES && outcome instanceof CommandOutcome.Stale stale; tries++) {
            outcome = desk.command(caseId, commandId, stale.current(), caller, command, traceparent);
        }
        return outcome;
    }
}
