package io.wangge.dispatch.casefile;

import static io.wangge.contracts.casefile.CaseState.IN_PROGRESS;
import static io.wangge.contracts.casefile.CaseState.PENDING_ACCEPTANCE;
import static io.wangge.contracts.casefile.CaseState.PENDING_DECISION;
import static io.wangge.contracts.casefile.CaseState.PENDING_DISPATCH;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of staff commands: who may give them, in which states, and what else must hold. */
public enum Action {
    ACCEPT("accept", People.HOLDERS, EnumSet.of(PENDING_ACCEPTANCE)),
    RETURN("return", People.HOLDERS, EnumSet.of(PENDING_ACCEPTANCE), Guards.WITHIN_THE_ACCEPTANCE_LIMIT),
    ESCALATE(
            "escalate",
            People.HOLDERS,
            EnumSet.of(IN_PROGRESS),
            Guards.NOT_AT_THE_TOP,
            Guards.BELOW_ITS_CEILING,
            Guards.ROOM_FOR_ANOTHER_HOLD),
    HAND_DOWN("hand-down", People.HOLDERS, EnumSet.of(IN_PROGRESS), Guards.ROOM_FOR_ANOTHER_HOLD),
    COMPLETE("complete", People.HOLDERS, EnumSet.of(IN_PROGRESS)),
    DISPATCH(
            "dispatch",
            People.DISPATCHERS,
            EnumSet.of(PENDING_DISPATCH, PENDING_ACCEPTANCE, IN_PROGRESS),
            Guards.ROOM_FOR_ANOTHER_HOLD),
    DECIDE("decide", People.INSPECTORS, EnumSet.of(PENDING_DECISION), Guards.ROOM_FOR_ANOTHER_HOLD),
    COMMENT("comment", People.ALL_WHO_SEE_IT, EnumSet.allOf(CaseState.class));

    private final String code;
    private final People people;
    private final Set<CaseState> states;
    private final List<Guard> guards;

    Action(String code, People people, Set<CaseState> states, Guard... guards) {
        this.code = code;
        this.people = people;
        this.states = states;
        this.guards = List.of(guards);
    }

    /** As it stands in a command's {@code type}. */
    public String code() {
        return code;
    }

    Set<CaseState> states() {
        return states;
    }

    /** Why {@code caller}, who sees the case, may not do it now, whatever the words of the command; empty when he may. */
    public Optional<Refused> whyNot(Case theCase, Caller caller, Facts facts) {
        return Stream.<Guard>concat(
                        Stream.of(
                                (c, who, f) -> Guards.hasTheRole(c, who, this),
                                (c, who, f) -> Guards.isInAStateFor(c, this)),
                        guards.stream())
                .flatMap(guard -> guard.check(theCase, caller, facts).stream())
                .findFirst();
    }

    /** The caller in the role that this action asks for; empty when he has none that reaches the case. */
    Optional<Actor> actor(Case theCase, Caller caller) {
        return people.actor(theCase, caller);
    }

    /** What somebody may do in {@code state}. */
    static List<String> possibleIn(CaseState state) {
        return Stream.of(values())
                .filter(action -> action.states.contains(state))
                .map(Action::code)
                .toList();
    }

    private enum People {
        /** Whoever works for the holder, or for a unit above it: they act for the holder. */
        HOLDERS(EnumSet.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK, Role.HANDLER), false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return super.actor(theCase, caller)
                        .map(actor ->
                                Actor.staff(actor.id(), theCase.holderPath().getLast()));
            }
        },
        DISPATCHERS(EnumSet.of(Role.DISPATCHER), true),
        INSPECTORS(EnumSet.of(Role.INSPECTOR), true),
        ALL_WHO_SEE_IT(EnumSet.allOf(Role.class), true) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return super.actor(theCase, caller).or(() -> Optional.of(Actor.staff(caller.staffId(), null)));
            }
        };

        private final Set<Role> roles;
        private final boolean territoryCounts;

        People(Set<Role> roles, boolean territoryCounts) {
            this.roles = roles;
            this.territoryCounts = territoryCounts;
        }

        /** Who acts, for the unit whose grant reaches the case. */
        Optional<Actor> actor(Case theCase, Caller caller) {
            List<String> holderPath = theCase.holderPath();
            List<String> territory = theCase.opened().territoryPath();
            return caller.grants().stream()
                    .filter(grant -> roles.contains(grant.role()))
                    .flatMap(grant -> reaching(grant, holderPath)
                            .or(() -> territoryCounts ? reaching(grant, territory) : Optional.empty())
                            .stream())
                    .findFirst()
                    .map(unitId -> Actor.staff(caller.staffId(), unitId));
        }

        private static Optional<String> reaching(Grant grant, List<String> path) {
            return grant.unitIds().stream().filter(path::contains).findFirst();
        }
    }
}
