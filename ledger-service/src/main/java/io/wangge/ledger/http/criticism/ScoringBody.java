package io.wangge.ledger.http.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.CandidateKind;
import io.wangge.contracts.criticism.ScoringEvent.ScoringNoticed;
import io.wangge.kit.problem.FieldFault;
import io.wangge.ledger.criticism.ScoringRules;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.http.RecordFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 评议公告.
 *
 * @param unitId that holds it
 * @param delegation 批评代表团, at least one
 * @param supervision 监督组, at least one
 * @param judges staff ids
 * @param prizes in yuan, for the first, the second, … place
 */
record ScoringBody(
        @Nullable String id,
        @Nullable String title,
        @Nullable String unitId,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable List<String> delegation,
        @Nullable List<String> supervision,
        @Nullable List<String> judges,
        @Nullable List<@Nullable CandidateBody> candidates,
        @Nullable List<String> prizes) {
    private static final int MOST_TITLE = 200;
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_CANDIDATES = 50;

    /** @param kind CASE or UNIT */
    record CandidateBody(
            @Nullable String id,
            @Nullable CandidateKind kind,
            @Nullable String title) {}

    /** @throws io.wangge.kit.problem.ProblemException {@code invalid-field}, every fault at once */
    ScoringNoticed notice(ScoringRules rules, Actor by) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(id, faults);
        String named = RecordFields.text("title", title, MOST_TITLE, faults);
        if (opensAt == null) {
            faults.add(FieldFault.of("opensAt", "required"));
        }
        if (closesAt == null) {
            faults.add(FieldFault.of("closesAt", "required"));
        }
        List<String> delegates = people("delegation", delegation, faults);
        List<String> supervisors = people("supervision", supervision, faults);
        List<String> jury = people("judges", judges, faults);
        List<Candidate> running = candidates(faults);
        List<Long> fen = new ArrayList<>();
        if (prizes != null) {
            prizes.forEach(prize -> fen.add(Yuan.read("prizes", prize, faults)));
        }
        RecordFields.none(faults);
        return new ScoringNoticed(
                String.valueOf(id),
                named,
                java.util.Objects.requireNonNull(opensAt),
                java.util.Objects.requireNonNull(closesAt),
                delegates,
                supervisors,
                jury.stream().sorted().toList(),
                running,
                rules.lowest(),
                rules.highest(),
                rules.dropExtremes(),
                List.copyOf(fen),
                by);
    }

    private static List<String> people(String field, @Nullable List<String> named, List<FieldFault> faults) {
        if (named == null || named.isEmpty() || named.stream().anyMatch(one -> one == null || one.isBlank())) {
            faults.add(FieldFault.of(field, "required"));
            return List.of();
        }
        if (named.size() > MOST_PEOPLE) {
            faults.add(FieldFault.tooLong(field, MOST_PEOPLE));
        }
        return List.copyOf(named);
    }

    private List<Candidate> candidates(List<FieldFault> faults) {
        if (candidates == null || candidates.isEmpty()) {
            faults.add(FieldFault.of("candidates", "required"));
            return List.of();
        }
        List<Candidate> running = new ArrayList<>();
        for (CandidateBody one : candidates) {
            if (one == null) {
                faults.add(FieldFault.of("candidates", "required"));
                continue;
            }
            String candidateId = RecordFields.text("candidates.id", one.id(), 64, faults);
            String named = RecordFields.text("candidates.title", one.title(), MOST_TITLE, faults);
            CandidateKind of = one.kind();
            if (of == null) {
                faults.add(
                        new FieldFault("candidates.kind", "unknown-value", Map.of("allowed", List.of("CASE", "UNIT"))));
            } else {
                running.add(new Candidate(candidateId, of, named));
            }
        }
        boolean twice = running.stream().map(Candidate::id).distinct().count() < running.size();
        if (twice || candidates.size() > MOST_CANDIDATES) {
            faults.add(
                    twice ? FieldFault.of("candidates", "twice") : FieldFault.tooLong("candidates", MOST_CANDIDATES));
        }
        return List.copyOf(running);
    }
}
