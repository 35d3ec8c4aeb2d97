package io.wangge.dispatch.desk;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Likeness;
import io.wangge.dispatch.casefile.Visibility;
import io.wangge.dispatch.directory.Distances;
import io.wangge.kit.search.SearchTerms;
import io.wangge.kit.search.TextLikeness;
import io.wangge.kit.store.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposes which other cases may be about the same matter; nothing is merged by it. Asked for, never worked out ahead. */
public final class DuplicatesDesk {
    /** Open cases of one subclass in the few grids around a place: hundreds would be a flood of another kind. */
    private static final int LOOKED_AT = 500;

    private static final int SHOWN = 20;

    private final OpenCases cases;
    private final Supplier<Directory> directory;
    private final Likeness.Rule rule;

    public DuplicatesDesk(OpenCases cases, Supplier<Directory> directory, Likeness.Rule rule) {
        this.cases = cases;
        this.directory = directory;
        this.rule = rule;
    }

    public Likeness.Rule rule() {
        return rule;
    }

    /** @param wording share of common words of the two texts, 0 to 1 */
    public record Proposal(Stored<Case> other, Likeness likeness, double wording) {}

    /** Those that the caller sees, the nearest first; none for a case whose place or category nobody knows. */
    public List<Proposal> of(Case theCase, Caller caller) {
        GeoPoint place = theCase.opened().location();
        String category = theCase.category();
        if (place == null || category == null || theCase.state().isOver()) {
            return List.of();
        }
        Set<String> words = SearchTerms.of(theCase.opened().text().value());
        return cases.in(around(theCase, place), category, LOOKED_AT).stream()
                .filter(other -> Visibility.sees(other.value(), caller))
                .flatMap(other -> Likeness.of(theCase, other.value(), rule).stream()
                        .map(likeness -> new Proposal(other, likeness, wording(words, other.value()))))
                .sorted(Comparator.<Proposal>comparingLong(
                                proposal -> proposal.likeness().metres())
                        .thenComparing(proposal -> proposal.likeness().apart()))
                .limit(SHOWN)
                .toList();
    }

    private static double wording(Set<String> words, Case other) {
        return TextLikeness.of(words, SearchTerms.of(other.opened().text().value()));
    }

    /** The grids that lie so near, of which there are few, and the one that the case counts as. */
    private Set<String> around(Case theCase, GeoPoint place) {
        Distances from = Distances.from(place);
        return Stream.concat(
                        Stream.of(theCase.opened().territoryPath().getLast()),
                        directory.get().grids().stream()
                                .filter(grid -> !grid.rings().isEmpty()
                                        && from.mayReach(grid.rings().getFirst(), rule.metres()))
                                .map(GridItem::id))
                .collect(Collectors.toUnmodifiableSet());
    }
}
