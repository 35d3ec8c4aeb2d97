package io.wangge.dispatch.http.casefile;

import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.BulkDesk.ItemOutcome;
import io.wangge.dispatch.desk.CommandOutcome;
import io.wangge.kit.problem.Failures;
import io.wangge.kit.problem.Problem;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemRenderer;
import io.wangge.kit.problem.ProblemTexts;
import io.wangge.kit.store.Stored;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of each case of a bulk, each refusal in the words that it would have alone. */
final class BulkViews {
    private static final Logger LOG = LoggerFactory.getLogger(BulkViews.class);

    private final ProblemRenderer problems;
    private final Refusals refusals;

    BulkViews(ProblemTexts texts, Refusals refusals) {
        this.problems = new ProblemRenderer(texts);
        this.refusals = refusals;
    }

    /** @param refused those that it was not done to, for whatever reason */
    record Outcome(UUID id, int done, int refused, List<ItemView> items) {}

    /**
     * @param version after it was done
     * @param problem absent when it was done; its status is what the command alone would have been answered with
     */
    record ItemView(
            String caseId,
            boolean done,
            @Nullable Long version,
            @Nullable Long commandSeq,
            @Nullable String state,
            @Nullable Problem problem) {}

    Outcome of(UUID id, List<ItemOutcome> outcomes, @Nullable String acceptLanguage) {
        List<ItemView> items =
                outcomes.stream().map(outcome -> view(outcome, acceptLanguage)).toList();
        int done = (int) items.stream().filter(ItemView::done).count();
        return new Outcome(id, done, items.size() - done, items);
    }

    private ItemView view(ItemOutcome outcome, @Nullable String acceptLanguage) {
        CommandOutcome known = outcome.outcome().orElse(null);
        if (known instanceof CommandOutcome.Done(Stored<Case> now)) {
            return new ItemView(
                    outcome.item().caseId(),
                    true,
                    now.version(),
                    now.producedBy(outcome.commandId()).orElse(now.version()),
                    now.value().state().name(),
                    null);
        }
        ProblemException problem = known == null ? failed(outcome) : refusals.problemOf(known);
        return new ItemView(
                outcome.item().caseId(),
                false,
                null,
                null,
                null,
                problems.problem(problem, acceptLanguage, null, null));
    }

    private static ProblemException failed(ItemOutcome outcome) {
        return Failures.passing(outcome.failure()).orElseGet(() -> {
            LOG.error(
                    "Command {} on case {} failed",
                    outcome.commandId(),
                    outcome.item().caseId(),
                    outcome.failure());
            return new ProblemException(500, ProblemCodes.INTERNAL_ERROR);
        });
    }
}
