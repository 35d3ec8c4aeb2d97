package io.wangge.intake.reveal;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.notice.Notice;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.util.List;
import java.util.Optional;

/** When a contact may be seen (domain.md "Personal data"): whoever has to call, while there is something to call for. */
public final class RevealRules {
    public static final String NO_ROUND = "reveal-without-round";
    public static final String NOT_A_CLERK = "reveal-not-for-role";
    public static final String UNKNOWN_RESIDENT = "reveal-nobody-to-call";
    public static final String TOO_MANY = "too-many-reveals";

    /** As the ledger names the notice that somebody is to knock for a round. */
    public static String visitNotice(String roundId) {
        return "callback-visit:" + roundId;
    }

    private RevealRules() {}

    /**
     * A clerk of the case's ground, or a grid worker who was told to knock (上门回访) and did not do the work himself, for
     * the round that is open now. Nobody knocks for a tip-off.
     *
     * @param told that the caller is to knock for this round; its facts say who did the work
     */
    public static Optional<Refused> forRound(Caller caller, Report report, String roundId, Optional<Notice> told) {
        boolean clerk = report.caseStanding()
                .map(CaseStanding::reach)
                .filter(reach -> caller.covers(Role.CALLBACK_CLERK, reach))
                .isPresent();
        boolean visitor = report.received().nature() != Nature.TIP_OFF
                && told.filter(notice -> !caller.staffId().equals(notice.facts().get("doerId")))
                        .isPresent();
        if (!clerk && !visitor) {
            return Optional.of(Refused.of(NOT_A_CLERK));
        }
        return openRound(report).map(CallRound::id).filter(roundId::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Refused.of(NO_ROUND));
    }

    /** Whom the round asks: the one who was named, or the only one. */
    public static Optional<String> residentOf(Report report, String named) {
        List<String> asked = openRound(report).map(CallRound::residentIds).orElse(List.of());
        if (named.isEmpty()) {
            return asked.size() == 1 ? Optional.of(asked.getFirst()) : Optional.empty();
        }
        return asked.contains(named) ? Optional.of(named) : Optional.empty();
    }

    private static Optional<CallRound> openRound(Report report) {
        return report.caseStanding().map(CaseStanding::round);
    }
}
