package io.wangge.ledger.figures;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Random lives of cases, each from its seed. */
public final class Histories {
    private static final List<String> OTHER_GRID = List.of("d", "s2", "c2", "g2");
    private static final List<List<String>> HOLDERS =
            List.of(History.COMMUNITY, History.STREET, History.DEPARTMENT, List.of("d"), List.of("d", "s2", "c2"));
    private static final List<String> GRADES = List.of("VERY_SATISFIED", "SATISFIED", "FAIR", "UNSATISFIED");

    private Histories() {}

    public static History random(String caseId, long seed) {
        Random random = new Random(seed);
        History history = new History(caseId, random.nextBoolean() ? History.GRID : OTHER_GRID)
                .of(random.nextInt(5) == 0 ? null : "010" + random.nextInt(4))
                .at(History.time("2016-12-01T08:00").plus(hours(random, 24 * 40)))
                .opened(Channel.values()[random.nextInt(Channel.values().length)]);
        int steps = random.nextInt(14);
        for (int i = 0; i < steps; i++) {
            history.at(history.now().plus(hours(random, 60)));
            step(history, random);
        }
        return history;
    }

    private static Duration hours(Random random, int most) {
        return Duration.ofMinutes(random.nextInt(most * 60));
    }

    private static void step(History history, Random random) {
        Instant due = history.now().plus(hours(random, 120));
        List<String> to = HOLDERS.get(random.nextInt(HOLDERS.size()));
        String level = List.of("COMMUNITY", "STREET", "DISTRICT").get(random.nextInt(3));
        int luck = random.nextInt(12);
        if (luck == 0) {
            history.commented();
            return;
        }
        switch (history.state()) {
            case PENDING_DISPATCH -> {
                switch (luck) {
                    case 1 -> history.confirmationAwaited();
                    case 2 -> history.cancelled();
                    case 3 -> history.settledOnSpot().closed(CloseReason.UNCONFIRMED, null);
                    case 4 -> history.mergedInto("other");
                    default -> history.dispatched(to, level, due);
                }
            }
            case PENDING_CONFIRMATION -> {
                if (luck < 6) {
                    history.notFiled();
                } else {
                    history.dispatched(to, level, due);
                }
            }
            case PENDING_ACCEPTANCE -> {
                if (luck < 4) {
                    history.returned();
                } else {
                    history.accepted();
                }
            }
            case IN_PROGRESS -> {
                switch (luck) {
                    case 1, 2 -> history.escalated(to, level, due);
                    case 3 -> history.extended(due);
                    case 4 -> history.mergedInto("other");
                    default -> history.completed();
                }
            }
            case PENDING_CALLBACK -> {
                if (luck < 4) {
                    history.reworked(due);
                } else {
                    history.closed(GRADES.get(random.nextInt(4)));
                }
            }
            case CLOSED -> {
                if (luck < 6) {
                    history.reopened(due);
                }
            }
            case MERGED -> history.mergeUndone("other", CaseState.PENDING_DISPATCH);
            default -> history.commented();
        }
    }
}
