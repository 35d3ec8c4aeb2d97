package io.wangge.intake.http.alike;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.alike.Follower;
import io.wangge.intake.alike.Followers;
import io.wangge.intake.alike.Rule;
import io.wangge.intake.desk.FindAlike.Proposal;
import io.wangge.intake.desk.FollowReport.Following;
import io.wangge.intake.person.SensitiveNumbers;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the door says of what is alike. Nobody's name, and numbers within texts masked: anybody who may report reads it. */
final class AlikeAnswers {
    private AlikeAnswers() {}

    /** @param metres and withinMinutes what counts as near @param wording per cent from which on texts are alike */
    record SimilarAnswer(int metres, long withinMinutes, long wording, List<SimilarItem> items) {
        static SimilarAnswer of(Rule rule, List<Proposal> proposals) {
            return new SimilarAnswer(
                    rule.metres(),
                    rule.within().toMinutes(),
                    Math.round(rule.wording() * 100),
                    proposals.stream().map(SimilarItem::of).toList());
        }
    }

    /**
     * @param metres absent when only the grid is the same
     * @param wording per cent of common words
     * @param state of its case; absent until dispatch has opened it
     */
    record SimilarItem(
            String reportId,
            String trackingNumber,
            @Nullable String category,
            String text,
            @Nullable String gridCode,
            Instant receivedAt,
            @Nullable Long metres,
            long minutesApart,
            long wording,
            @Nullable CaseState state) {
        static SimilarItem of(Proposal proposal) {
            var received = proposal.report().received();
            var likeness = proposal.likeness();
            return new SimilarItem(
                    proposal.report().id(),
                    received.trackingNumber(),
                    received.category(),
                    SensitiveNumbers.masked(received.text().value()),
                    received.gridCode(),
                    received.receivedAt(),
                    likeness.metres(),
                    likeness.apart().toMinutes(),
                    Math.round(likeness.wording() * 100),
                    proposal.report().caseStanding().map(CaseStanding::state).orElse(null));
        }
    }

    /** @param theCase absent until dispatch has opened it, and in the receipt */
    record FollowerAnswer(
            String id,
            String follows,
            String trackingNumber,
            boolean residentKnown,
            @Nullable String text,
            Instant at,
            @JsonProperty("case") @Nullable Standing theCase) {
        static FollowerAnswer of(Follower follower, @Nullable Report followed) {
            CaseStanding standing = followed == null ? null : followed.standing();
            return new FollowerAnswer(
                    follower.id(),
                    follower.reportId(),
                    follower.trackingNumber(),
                    follower.residentId() != null,
                    follower.text() == null ? null : SensitiveNumbers.masked(follower.text()),
                    follower.at(),
                    standing == null
                            ? null
                            : new Standing(standing.caseNumber(), standing.state(), standing.updatedAt()));
        }
    }

    record Standing(String caseNumber, CaseState state, Instant updatedAt) {}

    /** @param countedTo so many or more */
    record FollowersAnswer(int count, int countedTo, List<FollowerAnswer> items) {
        static FollowersAnswer of(Following following) {
            return new FollowersAnswer(
                    following.count(),
                    Followers.COUNTED,
                    following.first().stream()
                            .map(follower -> FollowerAnswer.of(follower, null))
                            .toList());
        }
    }
}
