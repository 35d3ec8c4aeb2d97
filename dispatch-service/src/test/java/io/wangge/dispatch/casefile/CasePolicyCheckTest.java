package io.wangge.dispatch.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.casefile.CasePolicy.SuspensionCause;
import io.wangge.dispatch.casefile.CasePolicy.Waits;
import io.wangge.dispatch.directory.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasePolicyCheckTest {
    private static final LimitItem DAY = new LimitItem(1, "WORKDAY");
    private static final List<SuspensionCause> CAUSES = List.of(new SuspensionCause("weather", "天气", "Weather"));

    private static List<String> findings(CasePolicy... rows) {
        return CasePolicyCheck.check(List.of(rows)).stream()
                .map(Finding::toString)
                .toList();
    }

    private static Waits waits(LimitItem check) {
        return new Waits(DAY, DAY, DAY, check, DAY, DAY, DAY);
    }

    @Test
    void what_is_in_force_is_sound() {
        assertThat(findings(SmallDistrict.POLICY)).isEmpty();
    }

    @Test
    void there_is_one_row() {
        assertThat(findings()).containsExactly("case-policy: there must be one row, not 0");
        assertThat(findings(SmallDistrict.POLICY, SmallDistrict.POLICY))
                .containsExactly("case-policy: there must be one row, not 2");
    }

    @Test
    void a_limit_can_be_counted() {
        assertThat(findings(new CasePolicy(waits(new LimitItem(0, "WORKDAY")), DAY, 10, 2, 366, CAUSES, 2, 30)))
                .containsExactly("case-policy limits.check: limit 0 WORKDAY cannot be counted");
        assertThat(findings(new CasePolicy(waits(DAY), new LimitItem(1, "WEEK"), 10, 2, 366, CAUSES, 2, 30)))
                .containsExactly("case-policy leastHoldAtCeiling: limit 1 WEEK cannot be counted");
    }

    @Test
    void numbers_lie_in_their_ranges() {
        assertThat(findings(new CasePolicy(waits(DAY), DAY, -1, 11, 367, CAUSES, 0, -1)))
                .containsExactly(
                        "case-policy onSpotCallbackPercent: -1 does not lie between 0 and 100",
                        "case-policy mostExtensions: 11 does not lie between 0 and 10",
                        "case-policy longestSuspensionDays: 367 does not lie between 1 and 366",
                        "case-policy returnsThatSupervise: 0 does not lie between 1 and 10",
                        "case-policy reopenDays: -1 does not lie between 0 and 3650");
    }

    @Test
    void causes_have_a_code_of_their_own_and_names() {
        List<SuspensionCause> causes = List.of(
                new SuspensionCause("weather", "天气", "Weather"),
                new SuspensionCause("weather", "天气", " "),
                new SuspensionCause("Rain Fall", "下雨", "Rain"));
        assertThat(findings(new CasePolicy(waits(DAY), DAY, 10, 2, 366, causes, 2, 30)))
                .containsExactly(
                        "case-policy suspensionCauses weather: the code stands twice",
                        "case-policy suspensionCauses weather: it needs a name in both languages",
                        "case-policy suspensionCauses Rain Fall: its code may have small letters, digits and dashes, at most 40");
        assertThat(findings(new CasePolicy(waits(DAY), DAY, 10, 2, 366, List.of(), 2, 30)))
                .containsExactly("case-policy suspensionCauses: there is none, so nothing could be suspended");
    }
}
