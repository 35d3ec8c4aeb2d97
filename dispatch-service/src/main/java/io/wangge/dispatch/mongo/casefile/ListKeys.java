package io.wangge.dispatch.mongo.casefile;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Proceedings.HardCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the lists are found and ordered by. One array of keys says in whose inbox a case lies, so that one index answers
 * for holders, dispatchers and inspectors alike; whoever is in charge of a unit asks for the keys of that unit.
 */
final class ListKeys {
    static final String INBOX = "inbox";
    static final String ORDER = "order";

    /** No unit's id begins with it. */
    private static final String LEVEL = "@";

    private static final Set<Role> HOLDER_ROLES =
            Set.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK, Role.HANDLER);
    private static final Set<Role> OVERSEERS = Set.of(Role.LEADER, Role.DISPATCHER, Role.INSPECTOR);
    private static final String HOLDER = "H:";
    private static final String DISPATCHER = "D:";
    private static final String INSPECTOR = "I:";
    private static final String HARD_CASE = "W:";
    private static final String DUTY_LEADER = "L:";
    private static final String HELD_BY_LEADER = "P:";

    /** Behind every due time, and the newest first: in milliseconds, the year 5138. */
    private static final long CLOSED_FROM = 100_000_000_000_000L;

    /** Every open case is due before it, every closed one has its place behind it: the year 4821. */
    static final long OPEN_BEFORE = 90_000_000_000_000L;

    private ListKeys() {}

    /** Open cases by what is due next, then the closed ones, the newest first. */
    static long orderOf(Case value) {
        Case.Closing closing = value.closing();
        if (closing != null) {
            return orderOfClosed(closing.at());
        }
        if (value.state().isOver()) {
            return orderOfClosed(value.lastEventAt());
        }
        Instant dueAt = value.nextDueAt();
        return (dueAt == null ? value.openedAt() : dueAt).toEpochMilli();
    }

    /** The later it was closed, the smaller; behind every open case. */
    static long orderOfClosed(Instant at) {
        return CLOSED_FROM - at.toEpochMilli();
    }

    /**
     * Also those of the hard-case desk, which looks at its cases as long as they are open, and of those who act beside the
     * hold.
     */
    static List<String> inboxOf(Case value) {
        if (value.state().isOver()) {
            return List.of();
        }
        HardCase hardCase = value.proceedings().hardCase();
        List<String> keys = new ArrayList<>(waitingFor(value));
        keys.addAll(ProceedingsKeys.of(value, withTerritory(value)));
        if (hardCase == null && !value.cameBackOften()) {
            return List.copyOf(keys);
        }
        keys.addAll(keys(HARD_CASE, value.holderPath()));
        if (hardCase != null) {
            keys.add(DUTY_LEADER + hardCase.leaderId());
            if (value.state() == CaseState.PENDING_ACCEPTANCE || value.state() == CaseState.IN_PROGRESS) {
                keys.add(HELD_BY_LEADER + hardCase.leaderId());
            }
        }
        return List.copyOf(keys);
    }

    private static List<String> waitingFor(Case value) {
        return switch (value.state()) {
            case PENDING_ACCEPTANCE, IN_PROGRESS -> keys(HOLDER, value.holderPath());
            // The people of the grid look, who hold other cases; outside every grid the command centre sees to it.
            case PENDING_CONFIRMATION, PENDING_CHECK -> {
                if (value.isCriticism() && value.state() == CaseState.PENDING_CHECK) {
                    yield keys(INSPECTOR, withTerritory(value));
                }
                List<String> place = value.opened().territoryPath();
                yield keys(place.size() > 1 ? HOLDER : DISPATCHER, place);
            }
            case SUSPENDED -> keys(DISPATCHER, withTerritory(value));
            case PENDING_DISPATCH -> keys(DISPATCHER, withTerritory(value));
            case PENDING_DECISION -> keys(INSPECTOR, withTerritory(value));
            case PENDING_CALLBACK, CLOSED, NOT_FILED, CANCELLED, REFERRED_OUTSIDE, MERGED -> List.of();
        };
    }

    static List<String> inboxesOf(Caller caller) {
        Stream<String> held = HOLDER_ROLES.stream().flatMap(role -> caller.unitsOf(role).stream());
        return Stream.of(
                        List.of(HELD_BY_LEADER + caller.staffId()),
                        keys(HOLDER, held.toList()),
                        keys(DISPATCHER, caller.unitsOf(Role.DISPATCHER)),
                        keys(INSPECTOR, caller.unitsOf(Role.INSPECTOR)))
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** Stands among the units of a case's scope: all cases at a level are a range like those of a unit. */
    static String ofLevel(String level) {
        return LEVEL + level;
    }

    /** Of {@code keys} those that are units. */
    static List<String> unitsOf(List<String> keys) {
        return keys.stream().filter(key -> !key.startsWith(LEVEL)).toList();
    }

    /** Those of the caller's own turn at the desk, and those of his units for who leads, dispatches or inspects there. */
    static List<String> hardCasesOf(Caller caller) {
        Stream<String> units = OVERSEERS.stream().flatMap(role -> caller.unitsOf(role).stream());
        return Stream.concat(Stream.of(DUTY_LEADER + caller.staffId()), units.map(unitId -> HARD_CASE + unitId))
                .distinct()
                .toList();
    }

    private static List<String> withTerritory(Case value) {
        return Stream.concat(value.holderPath().stream(), value.opened().territoryPath().stream())
                .distinct()
                .toList();
    }

    private static List<String> keys(String kind, Collection<String> unitIds) {
        return unitIds.stream().map(unitId -> kind + unitId).toList();
    }
}
