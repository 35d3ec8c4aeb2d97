package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.model.Filters;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.Nature;
import io.wangge.dispatch.casefile.Visibility;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How a list is found: by which index, and what is looked at on the way. The index is named and not left to the server's
 * guess, so that a query costs tomorrow what it costs today; docs/lists.md has the table.
 *
 * @param index hint
 * @param order that the index keeps
 * @param sifting null where the range is the caller's own
 */
record ListPlan(
        Bson filter,
        String index,
        ListOrder order,
        @Nullable Sifting sifting) {

    /**
     * A range that is not the caller's, whose keys say whether a case may be.
     *
     * @param range of the index, bounded by fields of its key alone
     * @param units the caller's
     */
    record Sifting(Bson range, Set<String> units) {}

    static ListPlan of(CaseQuery query) {
        CaseFilter filter = query.filter();
        return filter.terms().isEmpty() ? of(query, rangeOf(query)) : ofWords(query, Set.of());
    }

    /** For a category that hardly any case has: its own index, however small the caller's scope. */
    static ListPlan ofRareCategory(CaseQuery query) {
        return of(query, CaseMigrations.CATEGORY);
    }

    /** Along the range of the level instead of the caller's; whether a case is the caller's is looked at on the case. */
    static ListPlan ofLevel(CaseQuery query) {
        return of(query.in(levelRange(query)), CaseMigrations.SCOPE);
    }

    static Set<String> levelRange(CaseQuery query) {
        return query.filter().levels().stream().map(ListKeys::ofLevel).collect(Collectors.toSet());
    }

    /**
     * Along the range of a word, the newest first.
     *
     * @param rarest in whose range to look; empty for any
     */
    static ListPlan ofWords(CaseQuery query, Set<String> rarest) {
        return of(query, indexOfNumber(query).orElse(CaseMigrations.TERMS), ListOrder.NEWEST, rarest);
    }

    /** Along the caller's range, where it is shorter than that of any word; sorted afterwards. */
    static ListPlan ofWordsInRange(CaseQuery query) {
        return of(query, rangeOf(query), ListOrder.NEWEST, Set.of());
    }

    private static ListPlan of(CaseQuery query, String index) {
        return of(query, index, ListOrder.DUE_NEXT, Set.of());
    }

    private static ListPlan of(CaseQuery query, String index, ListOrder order, Set<String> rarest) {
        CaseFilter filter = query.filter();
        List<Bson> range = new ArrayList<>();
        List<Bson> conditions = new ArrayList<>();
        boolean alongScope = index.equals(CaseMigrations.SCOPE);
        List<Bson> inKeyOfScope = alongScope ? range : conditions;
        inKeyOfScope.add(tab(query, index));
        if (alongScope || !filter.states().isEmpty()) {
            inKeyOfScope.add(Filters.in(CaseMapper.STATE, statesOf(filter)));
        }
        addAny(inKeyOfScope, CaseMapper.CATEGORY, filter.categories());
        addAny(inKeyOfScope, CaseMapper.LEVEL, filter.levels());
        addDue(inKeyOfScope, query);
        addClosed(inKeyOfScope, filter);
        addOpened(inKeyOfScope, conditions, filter);
        addPlace(conditions, query, index);
        addAny(
                conditions,
                SUPERVISION,
                filter.supervision().stream().map(Enum::name).toList());
        addPerson(conditions, query);
        addWords(range, conditions, filter.terms(), rarest);
        if (filter.caseNumber() != null) {
            conditions.add(Filters.eq(CASE_NUMBER, filter.caseNumber()));
        }
        if (filter.trackingNumber() != null) {
            conditions.add(Filters.eq(TRACKING_NUMBER, filter.trackingNumber()));
        }
        boolean othersRange =
                alongScope ? !query.withinIsScope() : index.equals(CaseMigrations.TERMS) && !rarest.isEmpty();
        Sifting sifting = othersRange && query.tab() == Tab.ALL && !query.seesAll()
                ? new Sifting(Filters.and(range), query.caller().units())
                : null;
        return new ListPlan(
                Filters.and(Stream.concat(range.stream(), conditions.stream()).toList()), index, order, sifting);
    }

    private static void addPerson(List<Bson> conditions, CaseQuery query) {
        String person = query.filter().person();
        if (person == null) {
            return;
        }
        conditions.add(Filters.eq(FIRST_RECEIVER, person));
        if (!person.equals(query.caller().staffId()) && !Visibility.isConfidant(query.caller())) {
            // 举报: who took in what is not to be found out by asking for each person in turn.
            conditions.add(Filters.ne(NATURE, Nature.TIP_OFF.name()));
        }
    }

    /** What bounds the index, without all that is looked at on the way: to count how long the way is. */
    static Bson rangeFilter(CaseQuery query) {
        Bson tab = tab(query, rangeOf(query));
        return rangeOf(query).equals(CaseMigrations.SCOPE)
                ? Filters.and(tab, Filters.in(CaseMapper.STATE, statesOf(query.filter())))
                : tab;
    }

    private static List<String> statesOf(CaseFilter filter) {
        Stream<CaseState> states = filter.states().isEmpty()
                ? Stream.of(CaseState.values())
                        .filter(state -> !filter.onlyOpen() || !state.isOver())
                        .filter(state -> !filter.onlyOver() || state == CaseState.CLOSED)
                : filter.states().stream();
        return states.map(Enum::name).sorted().toList();
    }

    private static void addWords(List<Bson> range, List<Bson> conditions, Set<String> terms, Set<String> rarest) {
        Set<String> others = new TreeSet<>(terms);
        others.removeAll(rarest);
        if (rarest.isEmpty() && !terms.isEmpty()) {
            conditions.add(Filters.all(CaseMapper.TERMS, terms));
            return;
        }
        rarest.forEach(term -> range.add(Filters.eq(CaseMapper.TERMS, term)));
        if (!others.isEmpty()) {
            // Worded so that the server takes none of them for the bound of the index.
            conditions.add(
                    Filters.expr(new Document("$setIsSubset", List.of(List.copyOf(others), "$" + CaseMapper.TERMS))));
        }
    }

    static final String FIRST_RECEIVER = CaseMapper.OPENED + "." + OpenedParts.FIRST_RECEIVER + ".id";
    static final String CASE_NUMBER = CaseMapper.OPENED + "." + OpenedParts.CASE_NUMBER;
    static final String TRACKING_NUMBER = CaseMapper.OPENED + "." + OpenedParts.TRACKING_NUMBER;
    private static final String NATURE = CaseMapper.OPENED + "." + OpenedParts.NATURE;
    private static final String SUPERVISION = "proceedings.supervision.level";
    private static final String GRID_CODE = CaseMapper.OPENED + "." + OpenedParts.GRID_CODE;
    private static final String PLACE = CaseMapper.OPENED + "." + OpenedParts.TERRITORY_PATH;

    /** At most one case has the number: there is nothing to sort, and no index to sort it by. */
    boolean findsOne() {
        return index.equals(CaseMigrations.CASE_NUMBER) || index.equals(CaseMigrations.TRACKING_NUMBER);
    }

    /** Whether a level is looked for along the range of a scope: in vain for long, when no case there is at it. */
    boolean seeksLevelInScope(CaseQuery query) {
        CaseFilter filter = query.filter();
        return index.equals(CaseMigrations.SCOPE)
                && !filter.levels().isEmpty()
                && filter.unitPath().isEmpty()
                && filter.placePath().isEmpty();
    }

    /** Whether a category is looked for along the range of a scope: in vain for long, when it is rare. */
    boolean seeksCategoryInScope(CaseQuery query) {
        return index.equals(CaseMigrations.SCOPE)
                && !query.filter().categories().isEmpty();
    }

    Bson behind(Cursor cursor) {
        return Filters.and(filter, cursor.behind());
    }

    private static Optional<String> indexOfNumber(CaseQuery query) {
        if (query.filter().caseNumber() != null) {
            return Optional.of(CaseMigrations.CASE_NUMBER);
        }
        return query.filter().trackingNumber() != null ? Optional.of(CaseMigrations.TRACKING_NUMBER) : Optional.empty();
    }

    /** What leaves the fewest cases over comes first; words may leave fewer. */
    static String rangeOf(CaseQuery query) {
        CaseFilter filter = query.filter();
        Optional<String> number = indexOfNumber(query);
        if (number.isPresent()) {
            return number.get();
        }
        if (query.tab() != Tab.ALL && query.tab() != Tab.REPORTED) {
            return CaseMigrations.INBOX;
        }
        if (query.tab() == Tab.REPORTED || filter.person() != null) {
            return CaseMigrations.REPORTED;
        }
        boolean everywhere = query.seesAll()
                && filter.placePath().isEmpty()
                && filter.unitPath().size() <= 1;
        return everywhere && !filter.categories().isEmpty() ? CaseMigrations.CATEGORY : CaseMigrations.SCOPE;
    }

    /** What makes it the caller's; along the index by scope, the range to look in. */
    private static Bson tab(CaseQuery query, String index) {
        Caller caller = query.caller();
        return switch (query.tab()) {
            case INBOX -> Filters.in(ListKeys.INBOX, ListKeys.inboxesOf(caller));
            case HARD -> Filters.in(ListKeys.INBOX, ListKeys.hardCasesOf(caller));
            case APPROVALS -> Filters.in(ListKeys.INBOX, ProceedingsKeys.approvalsOf(caller));
            // A leader can be named for a case that lies outside of what he may see.
            case SPONSORED ->
                Filters.and(
                        Filters.eq(ListKeys.INBOX, ProceedingsKeys.sponsoredBy(caller)),
                        Filters.in(CaseMapper.SCOPE_UNITS, caller.units()));
            case SUPERVISED -> Filters.in(ListKeys.INBOX, ProceedingsKeys.supervisedBy(caller));
            case HELPING -> Filters.in(ListKeys.INBOX, ProceedingsKeys.helpedBy(caller));
            case REPORTED -> Filters.eq(FIRST_RECEIVER, caller.staffId());
            case ALL ->
                index.equals(CaseMigrations.SCOPE)
                        ? Filters.in(CaseMapper.SCOPE_UNITS, query.within())
                        : Filters.in(CaseMapper.SCOPE_UNITS, caller.units());
        };
    }

    private static void addPlace(List<Bson> conditions, CaseQuery query, String index) {
        CaseFilter filter = query.filter();
        if (!filter.unitPath().isEmpty()) {
            conditions.add(Filters.eq(CaseMapper.HOLDER_UNITS, filter.unitPath().getLast()));
        }
        if (filter.gridCode() != null) {
            conditions.add(Filters.eq(GRID_CODE, filter.gridCode()));
        }
        if (filter.placeId() != null) {
            conditions.add(Filters.expr(
                    new Document("$eq", List.of(new Document("$last", "$" + PLACE), filter.placeId()))));
        }
        if (index.equals(CaseMigrations.SCOPE) && !query.withinIsScope()) {
            // Whether the case is the caller's, its own paths say. Worded so that the server does not take it for the
            // bound of the index, which the unit asked for is.
            conditions.add(new Document(
                    "$expr",
                    new Document(
                            "$gt",
                            List.of(
                                    new Document(
                                            "$size",
                                            new Document(
                                                    "$setIntersection",
                                                    List.of(
                                                            "$" + CaseMapper.SCOPE_UNITS,
                                                            List.copyOf(query.caller()
                                                                    .units())))),
                                    0))));
        }
    }

    private static void addAny(List<Bson> conditions, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            conditions.add(Filters.in(field, values.stream().sorted().toList()));
        }
    }

    private static void addDue(List<Bson> conditions, CaseQuery query) {
        CaseFilter filter = query.filter();
        if (filter.onlyOpen()) {
            long before = filter.dueBefore() == null
                    ? ListKeys.OPEN_BEFORE
                    : filter.dueBefore().toEpochMilli();
            conditions.add(Filters.lt(ListKeys.ORDER, before));
        }
        if (filter.dueAfter() != null) {
            conditions.add(Filters.gte(ListKeys.ORDER, filter.dueAfter().toEpochMilli()));
        }
        if (filter.overdue()) {
            conditions.add(Filters.lt(CaseMapper.LATE_FROM, Date.from(query.now())));
        }
    }

    /** What is over stands in the order of its closing. */
    private static void addClosed(List<Bson> inKey, CaseFilter filter) {
        if (!filter.onlyOver()) {
            return;
        }
        inKey.add(Filters.gt(
                ListKeys.ORDER,
                filter.closedBefore() == null ? ListKeys.OPEN_BEFORE : ListKeys.orderOfClosed(filter.closedBefore())));
        if (filter.closedAfter() != null) {
            inKey.add(Filters.lte(ListKeys.ORDER, ListKeys.orderOfClosed(filter.closedAfter())));
        }
        inKey.add(Filters.in(
                CaseMapper.STATE,
                Stream.of(CaseState.values())
                        .filter(CaseState::isOver)
                        .filter(state -> !filter.states().isEmpty() || state == CaseState.CLOSED)
                        .map(Enum::name)
                        .sorted()
                        .toList()));
    }

    /** No case was closed before it was opened: of what is over, only what was closed since then is looked at. */
    private static void addOpened(List<Bson> inKey, List<Bson> conditions, CaseFilter filter) {
        if (filter.openedAfter() != null) {
            inKey.add(Filters.lte(ListKeys.ORDER, ListKeys.orderOfClosed(filter.openedAfter())));
            conditions.add(Filters.gte(CaseMapper.OPENED_AT, Date.from(filter.openedAfter())));
        }
        if (filter.openedBefore() != null) {
            conditions.add(Filters.lt(CaseMapper.OPENED_AT, Date.from(filter.openedBefore())));
        }
    }
}
