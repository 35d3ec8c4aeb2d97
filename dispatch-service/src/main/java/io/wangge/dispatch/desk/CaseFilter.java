package io.wangge.dispatch.desk;

import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to. All of it holds together; what is null, false or empty narrows nothing.
 *
 * @param unitPath to the unit that holds the case or lies above its holder, from the top down
 * @param placeId the last unit of its place: a grid's, or the one above it of what lies in no grid
 * @param placePath to the unit of {@code gridCode} or {@code placeId}, from the top down
 * @param dueBefore for open cases: whoever it waits for is due before this moment
 * @param dueAfter for open cases: due at or after it
 * @param openedAfter opened at or after this moment
 * @param openedBefore opened before it
 * @param closedAfter over, and closed at or after this moment; without {@code states} closed alone
 * @param closedBefore over, and closed before it
 * @param overdue open, and past the due time of the case
 * @param supervision under any of these cards
 * @param categories codes of subclasses
 * @param person staff id of the first receiver
 * @param terms all of which the text has, see {@link io.wangge.kit.search.SearchTerms}
 */
public record CaseFilter(
        List<String> unitPath,
        @Nullable String gridCode,
        @Nullable String placeId,
        List<String> placePath,
        Set<CaseState> states,
        Set<String> levels,
        Set<String> categories,
        @Nullable Instant dueBefore,
        @Nullable Instant dueAfter,
        @Nullable Instant openedAfter,
        @Nullable Instant openedBefore,
        @Nullable Instant closedAfter,
        @Nullable Instant closedBefore,
        boolean overdue,
        Set<SupervisionLevel> supervision,
        @Nullable String person,
        Set<String> terms,
        @Nullable String caseNumber,
        @Nullable String trackingNumber) {

    public static final CaseFilter NONE = builder().build();

    public static Builder builder() {
        return new Builder();
    }

    /** Only open cases have a next due time. */
    public boolean onlyOpen() {
        return overdue || dueBefore != null || dueAfter != null;
    }

    /** Only what is over has a moment at which it was closed. */
    public boolean onlyOver() {
        return closedAfter != null || closedBefore != null;
    }

    /** Names what narrows; the rest stays open. */
    public static final class Builder {
        private List<String> unitPath = List.of();
        private @Nullable String gridCode;
        private @Nullable String placeId;
        private List<String> placePath = List.of();
        private Set<CaseState> states = Set.of();
        private Set<String> levels = Set.of();
        private Set<String> categories = Set.of();
        private @Nullable Instant dueBefore;
        private @Nullable Instant dueAfter;
        private @Nullable Instant openedAfter;
        private @Nullable Instant openedBefore;
        private @Nullable Instant closedAfter;
        private @Nullable Instant closedBefore;
        private boolean overdue;
        private Set<SupervisionLevel> supervision = Set.of();
        private @Nullable String person;
        private Set<String> terms = Set.of();
        private @Nullable String caseNumber;
        private @Nullable String trackingNumber;

        private Builder() {}

        public Builder unit(List<String> path) {
            unitPath = List.copyOf(path);
            return this;
        }

        public Builder grid(String code, List<String> path) {
            gridCode = code;
            placePath = List.copyOf(path);
            return this;
        }

        public Builder place(List<String> path) {
            placeId = path.getLast();
            placePath = List.copyOf(path);
            return this;
        }

        public Builder states(Collection<CaseState> any) {
            states = Set.copyOf(any);
            return this;
        }

        public Builder levels(Collection<String> any) {
            levels = Set.copyOf(any);
            return this;
        }

        public Builder categories(Collection<String> any) {
            categories = Set.copyOf(any);
            return this;
        }

        public Builder dueBefore(@Nullable Instant moment) {
            dueBefore = moment;
            return this;
        }

        public Builder dueAfter(@Nullable Instant moment) {
            dueAfter = moment;
            return this;
        }

        public Builder openedAfter(@Nullable Instant moment) {
            openedAfter = moment;
            return this;
        }

        public Builder openedBefore(@Nullable Instant moment) {
            openedBefore = moment;
            return this;
        }

        public Builder closedAfter(@Nullable Instant moment) {
            closedAfter = moment;
            return this;
        }

        public Builder closedBefore(@Nullable Instant moment) {
            closedBefore = moment;
            return this;
        }

        public Builder overdue(boolean only) {
            overdue = only;
            return this;
        }

        public Builder supervision(Collection<SupervisionLevel> any) {
            supervision = Set.copyOf(any);
            return this;
        }

        public Builder person(@Nullable String staffId) {
            person = staffId;
            return this;
        }

        public Builder terms(Set<String> all) {
            terms = Set.copyOf(all);
            return this;
        }

        public Builder caseNumber(@Nullable String number) {
            caseNumber = number;
            return this;
        }

        public Builder trackingNumber(@Nullable String number) {
            trackingNumber = number;
            return this;
        }

        public CaseFilter build() {
            return new CaseFilter(
                    unitPath,
                    gridCode,
                    placeId,
                    placePath,
                    states,
                    levels,
                    categories,
                    dueBefore,
                    dueAfter,
                    openedAfter,
                    openedBefore,
                    closedAfter,
                    closedBefore,
                    overdue,
                    supervision,
                    person,
                    terms,
                    caseNumber,
                    trackingNumber);
        }
    }
}
