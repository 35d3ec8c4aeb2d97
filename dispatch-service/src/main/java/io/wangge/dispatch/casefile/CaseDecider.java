package io.wangge.dispatch.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a command does to a case. Pure: the same case, command and facts give the same answer. */
public final class CaseDecider {
    private static final Actor DISPATCH = Actor.system("dispatch");
    private static final Actor CLOCK = Actor.system("clock");

    private CaseDecider() {}

    /**
     * @return the events that follow, or why not: {@code not-found} for who may not see the case, {@code not-allowed},
     *     {@code wrong-state}, {@code invalid-field}, or the code of the rule that forbids it
     */
    public static Decision decide(Case theCase, CaseCommand command, Facts facts) {
        return switch (command) {
            case CaseCommand.ByStaff byStaff -> byStaff(theCase, byStaff, atEventTime(theCase, facts));
            case CaseCommand.CallbackAnswered answer -> {
                Facts then = atEventTime(theCase, facts);
                List<CaseEvent> events = CallbackOutcome.of(theCase, answer, then);
                yield new Accepted(DISPATCH, then.now(), HardCases.byRule(theCase, events, then));
            }
            case CaseCommand.Join join -> Merging.join(theCase, join, atEventTime(theCase, facts));
            case CaseCommand.Part part -> Merging.part(theCase, part, atEventTime(theCase, facts));
            case CaseCommand.YearPublished year -> {
                Facts then = atEventTime(theCase, facts);
                yield ProvisionalClocks.setAnew(theCase, then)
                        .<Decision>map(anew -> new Accepted(CLOCK, then.now(), List.of(anew)))
                        .orElseGet(() -> new Rejected(new Refused("nothing-provisional", Map.of())));
            }
            case CaseCommand.TimeCame time -> {
                Facts then = atEventTime(theCase, facts);
                List<CaseEvent> events = ClockWork.follow(theCase, then);
                yield events.isEmpty()
                        ? new Rejected(new Refused("nothing-due", Map.of()))
                        : new Accepted(CLOCK, then.now(), events);
            }
        };
    }

    private static Decision byStaff(Case theCase, CaseCommand.ByStaff command, Facts facts) {
        if (!Visibility.sees(theCase, command.caller())) {
            return new Rejected(new Refused("not-found", Map.of("id", theCase.id())));
        }
        Action action = command.what().action();
        Optional<Refused> whyNot =
                action.whyNot(theCase, command.caller(), facts).or(() -> Words.check(command.what()));
        if (whyNot.isPresent()) {
            return new Rejected(whyNot.get());
        }
        Actor by = action.actor(theCase, command.caller()).orElseThrow();
        Work work = new Work(theCase, command.caller(), facts);
        return switch (StaffWork.follow(work, command.what())) {
            case Work.Result.Events(List<CaseEvent> events) ->
                new Accepted(by, facts.now(), HardCases.byRule(theCase, events, facts));
            case Work.Result.No(Refused refused) -> new Rejected(refused);
        };
    }

    /** Event time never runs backwards in a case, whatever the clocks of two replicas say. */
    private static Facts atEventTime(Case theCase, Facts facts) {
        Instant now = facts.now().isBefore(theCase.lastEventAt()) ? theCase.lastEventAt() : facts.now();
        return facts.at(now);
    }
}
