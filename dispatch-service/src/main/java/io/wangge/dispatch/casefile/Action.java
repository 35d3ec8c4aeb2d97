package io.wangge.dispatch.casefile;

import static io.wangge.contracts.casefile.CaseState.CLOSED;
import static io.wangge.contracts.casefile.CaseState.IN_PROGRESS;
import static io.wangge.contracts.casefile.CaseState.MERGED;
import static io.wangge.contracts.casefile.CaseState.PENDING_ACCEPTANCE;
import static io.wangge.contracts.casefile.CaseState.PENDING_CHECK;
import static io.wangge.contracts.casefile.CaseState.PENDING_CONFIRMATION;
import static io.wangge.contracts.casefile.CaseState.PENDING_DECISION;
import static io.wangge.contracts.casefile.CaseState.PENDING_DISPATCH;
import static io.wangge.contracts.casefile.CaseState.SUSPENDED;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Proceedings.ExtensionRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of staff commands: who may give them, in which states, and what else must hold. */
public enum Action {
    ACCEPT("accept", People.HOLDERS, EnumSet.of(PENDING_ACCEPTANCE)),
    CONFIRM("confirm", People.GRID_PEOPLE, EnumSet.of(PENDING_CONFIRMATION)),
    RETURN("return", People.HOLDERS, EnumSet.of(PENDING_ACCEPTANCE), Guards.WITHIN_THE_ACCEPTANCE_LIMIT),
    ESCALATE(
            "escalate",
            People.HOLDERS,
            EnumSet.of(IN_PROGRESS),
            Guards.NOT_AT_THE_TOP,
            Guards.MAY_LEAVE_ITS_LEVEL,
            Guards.NOTHING_ASKED_YET,
            Guards.ROOM_FOR_ANOTHER_HOLD),
    DECIDE_ESCALATION(
            "decide-escalation",
            People.LEADERS,
            EnumSet.of(IN_PROGRESS),
            Guards.ESCALATION_IS_ASKED,
            Guards.ROOM_FOR_ANOTHER_HOLD),
    SKIP_LEVEL(
            "skip-level",
            People.LEADERS,
            EnumSet.of(PENDING_ACCEPTANCE, IN_PROGRESS),
            Guards.NOT_AT_THE_TOP,
            Guards.ROOM_FOR_ANOTHER_HOLD),
    HAND_DOWN("hand-down", People.HOLDERS, EnumSet.of(IN_PROGRESS), Guards.ROOM_FOR_ANOTHER_HOLD),
    RECORD_MEASURE("record-measure", People.HOLDERS, EnumSet.of(IN_PROGRESS)),
    ANSWER_CRITICISM(
            "answer-criticism", People.HOLDERS, EnumSet.of(PENDING_ACCEPTANCE, IN_PROGRESS), Criticisms.IS_ONE),
    COMPLETE("complete", People.HOLDERS, EnumSet.of(IN_PROGRESS), Guards.EVERY_TASK_ENDED, Criticisms.IS_ANSWERED),
    CHECK("check", People.CHECKERS, EnumSet.of(PENDING_CHECK), Guards.NOT_THE_DOER, Guards.ROOM_FOR_ANOTHER_HOLD),
    ASK_EXTENSION(
            "ask-extension",
            People.HOLDERS,
            EnumSet.of(IN_PROGRESS),
            Guards.BEFORE_EXPIRY,
            Guards.EXTENSION_LEFT,
            Guards.NO_EXTENSION_ASKED),
    DECIDE_EXTENSION("decide-extension", People.THOSE_WHO_GRANT, EnumSet.of(IN_PROGRESS), Guards.EXTENSION_IS_ASKED),
    ASK_SUSPENSION("ask-suspension", People.HOLDERS, EnumSet.of(IN_PROGRESS), Guards.NEVER_SUSPENDED),
    DECIDE_SUSPENSION("decide-suspension", People.LEADERS, EnumSet.of(IN_PROGRESS), Guards.SUSPENSION_IS_ASKED),
    RESUME("resume", People.DISPATCHERS, EnumSet.of(SUSPENDED)),
    NAME_HELPER("name-helper", People.HOLDERS_AND_DISPATCHERS, EnumSet.of(IN_PROGRESS), Guards.ROOM_FOR_ANOTHER_TASK),
    END_TASK("end-task", People.HELPERS, EnumSet.of(IN_PROGRESS)),
    SUPERVISE("supervise", People.OVERSEERS, EnumSet.of(PENDING_DISPATCH, PENDING_ACCEPTANCE, IN_PROGRESS, SUSPENDED)),
    REPLY("reply", People.SUPERVISED, States.OPEN, Guards.REPLY_IS_DUE),
    NAME_SPONSOR("name-sponsor", People.LEADERS, States.OPEN),
    RECORD_CONFERENCE("record-conference", People.HOLDERS_AND_DISPATCHERS, States.OPEN),
    CANCEL(
            "cancel",
            People.DISPATCHERS,
            EnumSet.of(PENDING_CONFIRMATION, PENDING_DISPATCH),
            Criticisms.MAY_BE_CANCELLED),
    REFER_OUTSIDE("refer-outside", People.DISPATCHERS, EnumSet.of(PENDING_DISPATCH), Criticisms.MAY_BE_REFERRED),
    REOPEN("reopen", People.INSPECTORS, EnumSet.of(CLOSED), Guards.WITHIN_REOPENING, Guards.ROOM_FOR_ANOTHER_HOLD),
    DISPATCH(
            "dispatch",
            People.DISPATCHERS_AND_THE_HARD_CASE_DESK,
            EnumSet.of(PENDING_DISPATCH, PENDING_ACCEPTANCE, IN_PROGRESS),
            Guards.ROOM_FOR_ANOTHER_HOLD),
    MERGE(
            "merge",
            People.DISPATCHERS,
            EnumSet.of(PENDING_CONFIRMATION, PENDING_DISPATCH, PENDING_ACCEPTANCE, IN_PROGRESS),
            Guards.CARRIES_NO_OTHER,
            Criticisms.MAY_BE_MERGED),
    DISMISS_DUPLICATE("dismiss-duplicate", People.DISPATCHERS, States.OPEN),
    UNDO_MERGE("undo-merge", People.DISPATCHERS, EnumSet.of(MERGED)),
    TAKE_TO_HARD_CASE_DESK(
            "take-to-hard-case-desk",
            People.LEADERS,
            EnumSet.of(PENDING_DISPATCH, PENDING_ACCEPTANCE, IN_PROGRESS),
            Guards.NOT_ON_THE_HARD_CASE_DESK,
            Guards.CAME_BACK_OFTEN,
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

    /** What somebody may do with the case in its state. */
    static List<String> possibleWith(Case theCase) {
        return Stream.of(values())
                .filter(action -> action.states.contains(theCase.state()))
                .filter(action -> action != ANSWER_CRITICISM || theCase.isCriticism())
                .map(Action::code)
                .toList();
    }

    private static final class States {
        static final Set<CaseState> OPEN = Stream.of(CaseState.values())
                .filter(state -> !state.isOver())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));
    }

    private enum People {
        /**
         * Whoever works for the holder, or for a unit above it: they act for the holder. At the hard-case desk its leader
         * does.
         */
        HOLDERS(EnumSet.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK, Role.HANDLER), false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return super.actor(theCase, caller)
                        .map(Actor::id)
                        .or(() -> HardCases.isLedBy(theCase, caller) ? Optional.of(caller.staffId()) : Optional.empty())
                        .map(id -> Actor.staff(id, theCase.holderPath().getLast()));
            }
        },
        DISPATCHERS(EnumSet.of(Role.DISPATCHER), true),
        /** Its leader coordinates across units: he names another one as a dispatcher would. */
        DISPATCHERS_AND_THE_HARD_CASE_DESK(EnumSet.of(Role.DISPATCHER), true) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return super.actor(theCase, caller)
                        .or(() ->
                                HardCases.isLedBy(theCase, caller) ? HOLDERS.actor(theCase, caller) : Optional.empty());
            }
        },
        INSPECTORS(EnumSet.of(Role.INSPECTOR), true),
        LEADERS(EnumSet.of(Role.LEADER), true),
        OVERSEERS(EnumSet.of(Role.INSPECTOR, Role.LEADER), true),
        THOSE_WHO_GRANT(EnumSet.of(Role.DISPATCHER, Role.LEADER), true) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                ExtensionRequest asked = theCase.proceedings().extensions().asked();
                return (asked != null && asked.endorsed() ? LEADERS : DISPATCHERS).actor(theCase, caller);
            }
        },
        HOLDERS_AND_DISPATCHERS(EnumSet.noneOf(Role.class), false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return HOLDERS.actor(theCase, caller).or(() -> DISPATCHERS.actor(theCase, caller));
            }
        },
        /** Of the matter's place, whoever holds it; where it lies in no grid, those of the unit that has it. */
        GRID_PEOPLE(EnumSet.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK), false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                List<String> place = theCase.opened().territoryPath();
                return place.size() > 1 ? in(place, caller) : DISPATCHERS.actor(theCase, caller);
            }
        },
        /** 核查; a criticism is checked by inspection, whoever lives and works there. */
        CHECKERS(EnumSet.noneOf(Role.class), false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return (theCase.isCriticism() ? INSPECTORS : GRID_PEOPLE).actor(theCase, caller);
            }
        },
        /** The unit that owes the reply, also when the case has moved on. */
        SUPERVISED(
                EnumSet.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK, Role.HANDLER, Role.DISPATCHER),
                false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                List<String> owing = theCase.proceedings().supervision().unitPath();
                return owing.isEmpty() ? HOLDERS.actor(theCase, caller) : in(owing, caller);
            }
        },
        HELPERS(EnumSet.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK, Role.HANDLER), false) {
            @Override
            Optional<Actor> actor(Case theCase, Caller caller) {
                return theCase.proceedings().tasks().stream()
                        .filter(task -> !task.ended())
                        .flatMap(task ->
                                in(task.unitPath(), caller)
                                        .map(actor -> Actor.staff(actor.id(), task.unitId()))
                                        .stream())
                        .findFirst();
            }
        },
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

        /** In one of the roles for a unit on {@code path}. */
        Optional<Actor> in(List<String> path, Caller caller) {
            return caller.grants().stream()
                    .filter(grant -> roles.contains(grant.role()))
                    .flatMap(grant -> reaching(grant, path).stream())
                    .findFirst()
                    .map(unitId -> Actor.staff(caller.staffId(), unitId));
        }

        private static Optional<String> reaching(Grant grant, List<String> path) {
            return grant.unitIds().stream().filter(path::contains).findFirst();
        }
    }
}
