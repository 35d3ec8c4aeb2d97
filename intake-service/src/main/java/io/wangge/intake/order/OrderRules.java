package io.wangge.intake.order;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.order.Order.Answer;
import io.wangge.intake.order.Order.Outcome;
import io.wangge.intake.report.CaseStanding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer to a superior must keep. */
public final class OrderRules {
    private static final List<Role> CLERKS = List.of(Role.DISPATCHER, Role.HOTLINE_AGENT);

    public static final String NOT_A_CLERK = "orders-not-for-role";
    public static final String ANSWERED = "order-answered";
    public static final String CASE_OPEN = "order-case-open";
    public static final String TOO_MANY_ANSWERS = "order-answers-full";

    private OrderRules() {}

    public static Optional<Refused> mayKeep(Caller caller) {
        return CLERKS.stream().anyMatch(caller::has) ? Optional.empty() : Optional.of(Refused.of(NOT_A_CLERK));
    }

    /** 接诉即办: nobody reports a matter as settled to the superior that is still open here. */
    public static Optional<Refused> refusal(Order order, Answer answer, @Nullable CaseStanding standing) {
        if (!order.isOpen()) {
            return Optional.of(Refused.of(ANSWERED));
        }
        if (order.answers().size() >= Order.MOST_ANSWERS) {
            return Optional.of(new Refused(TOO_MANY_ANSWERS, Map.of("most", Order.MOST_ANSWERS)));
        }
        boolean over = standing != null && standing.state() == CaseState.CLOSED;
        return answer.outcome() == Outcome.SETTLED && !over ? Optional.of(Refused.of(CASE_OPEN)) : Optional.empty();
    }
}
