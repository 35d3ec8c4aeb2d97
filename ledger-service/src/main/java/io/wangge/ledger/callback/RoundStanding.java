package io.wangge.ledger.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What entries cannot tell of a round, taken from how it stands, as far as that is about the same. */
public final class RoundStanding {
    private RoundStanding() {}

    /**
     * @param told by its entries
     * @param stands in the store
     * @return as told, with the ids of commands and, where they were erased from the ledger, of residents as they stand
     */
    public static Round filled(Round told, Round stands) {
        return new Round(
                told.roundId(),
                told.caseId(),
                told.state(),
                each(told.residentIds(), stands.residentIds(), RoundStanding::named),
                told.unitId(),
                told.doerId(),
                told.channel(),
                told.dueAt(),
                told.openedAt(),
                told.lastEventAt(),
                told.theCase(),
                each(told.attempts(), stands.attempts(), RoundStanding::filled),
                each(told.replies(), stands.replies(), RoundStanding::filled),
                told.answer() == null || stands.answer() == null
                        ? told.answer()
                        : filled(told.answer(), stands.answer()),
                told.abandonedFor(),
                told.revisit(),
                told.tipOff());
    }

    private static <T> List<T> each(List<T> told, List<T> stands, BinaryOperator<T> filling) {
        List<T> filled = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            filled.add(i < stands.size() ? filling.apply(told.get(i), stands.get(i)) : told.get(i));
        }
        return List.copyOf(filled);
    }

    private static String named(String told, String stands) {
        return told.isEmpty() ? stands : told;
    }

    private static Attempt filled(Attempt told, Attempt stands) {
        boolean same = told.at().equals(stands.at()) && told.clerkId().equals(stands.clerkId());
        @Nullable
        String resident =
                told.residentId() == null || told.residentId().isEmpty() ? stands.residentId() : told.residentId();
        return same
                ? new Attempt(
                        stands.commandId(),
                        stands.fingerprint(),
                        told.clerkId(),
                        told.at(),
                        told.day(),
                        resident,
                        told.atTheDoor())
                : told;
    }

    private static Reply filled(Reply told, Reply stands) {
        if (!told.at().equals(stands.at())) {
            return told;
        }
        Reply.Judged how = told.judged();
        Reply.Judged known = stands.judged();
        return new Reply(
                named(told.residentId(), stands.residentId()),
                stands.commandId(),
                stands.fingerprint(),
                told.clerkId(),
                told.at(),
                told.reached(),
                told.settled(),
                told.grade(),
                told.unitAtFault(),
                told.tags(),
                how == null || known == null || !how.at().equals(known.at())
                        ? how
                        : new Reply.Judged(known.commandId(), known.fingerprint(), how.clerkId(), how.at()),
                told.atTheDoor());
    }

    private static Answer filled(Answer told, Answer stands) {
        return told.at().equals(stands.at())
                ? new Answer(
                        stands.commandId(),
                        stands.fingerprint(),
                        told.clerkId(),
                        told.at(),
                        told.reached(),
                        told.settled(),
                        told.grade(),
                        told.unitAtFault())
                : told;
    }
}
