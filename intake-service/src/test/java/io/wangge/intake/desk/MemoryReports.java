package io.wangge.intake.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reports and standings in memory, with the same contract as the store. */
public final class MemoryReports implements Reports, CaseStandings {
    private final Map<String, Report> byId = new ConcurrentHashMap<>();
    public final List<Envelope<Received>> events = new ArrayList<>();
    /** What the next additions answer in place of being stored. */
    public final List<Added> upsets = new ArrayList<>();

    @Override
    public Optional<Report> find(String reportId) {
        return Optional.ofNullable(byId.get(reportId));
    }

    @Override
    public List<Report> findAll(java.util.Collection<String> reportIds) {
        return reportIds.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Optional<Report> findWithCase(String reportId, Duration atMost) {
        return find(reportId);
    }

    @Override
    public synchronized Added add(Report report, Envelope<Received> event) {
        if (!upsets.isEmpty()) {
            return upsets.removeFirst();
        }
        if (byId.containsKey(report.id())) {
            return Added.ID_TAKEN;
        }
        boolean numberTaken = byId.values().stream()
                .anyMatch(other -> other.received()
                        .trackingNumber()
                        .equals(report.received().trackingNumber()));
        if (numberTaken) {
            return Added.NUMBER_TAKEN;
        }
        byId.put(report.id(), report);
        events.add(event);
        return Added.STORED;
    }

    @Override
    public List<Report> reportedBy(String staffId, PagePlace after, int atMost) {
        Comparator<PagePlace> newestFirst = Comparator.comparing(PagePlace::receivedAt)
                .thenComparing(PagePlace::reportId)
                .reversed();
        return byId.values().stream()
                .filter(report -> report.reporterId().equals(staffId))
                .sorted(Comparator.comparing(PagePlace::of, newestFirst))
                .filter(report -> after == null || newestFirst.compare(PagePlace.of(report), after) > 0)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Report> changedSince(String staffId, Instant since, PagePlace after, int atMost) {
        return reportedBy(staffId, after, Integer.MAX_VALUE).stream()
                .filter(report -> !report.received().receivedAt().isBefore(since)
                        || report.caseStanding()
                                .map(standing -> !standing.updatedAt().isBefore(since))
                                .orElse(false))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Report> ofResident(String personId, int atMost) {
        return byId.values().stream()
                .filter(report -> personId.equals(report.received().residentId()))
                .sorted(Comparator.comparing(
                                (Report report) -> report.received().receivedAt())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public Set<String> keep(Map<String, CaseStanding> news) {
        Set<String> unknown = new HashSet<>(news.keySet());
        unknown.removeAll(byId.keySet());
        news.forEach((id, standing) -> byId.computeIfPresent(
                id, (key, report) -> new Report(report.received(), report.contentHash(), later(report, standing))));
        return unknown;
    }

    private static CaseStanding later(Report report, CaseStanding news) {
        CaseStanding old = report.standing();
        if (old == null) {
            return withRound(news, news.round());
        }
        if (old.seq() >= news.seq()) {
            return old;
        }
        boolean stillClosed = news.state() == old.state() && news.closeReason() == null;
        return new CaseStanding(
                news.caseNumber(),
                news.state(),
                news.seq(),
                news.updatedAt(),
                stillClosed ? old.closeReason() : news.closeReason(),
                news.reply() == null ? old.reply() : news.reply(),
                news.reach(),
                roundAfter(old.round(), news.round()),
                news.dueAt() == null ? old.dueAt() : news.dueAt(),
                news.category() == null ? old.category() : news.category(),
                news.holderId() == null ? old.holderId() : news.holderId(),
                news.carriedBy() == null && news.state() == CaseState.MERGED ? old.carriedBy() : news.carriedBy());
    }

    private static CallRound roundAfter(CallRound old, CallRound news) {
        if (news == null) {
            return old;
        }
        return news.equals(CallRound.NONE) ? null : news;
    }

    private static CaseStanding withRound(CaseStanding of, CallRound round) {
        return new CaseStanding(
                of.caseNumber(),
                of.state(),
                of.seq(),
                of.updatedAt(),
                of.closeReason(),
                of.reply(),
                of.reach(),
                roundAfter(null, round),
                of.dueAt(),
                of.category(),
                of.holderId(),
                of.carriedBy());
    }

    @Override
    public Map<String, Long> seqsOf(Set<String> reportIds) {
        Map<String, Long> seqs = new HashMap<>();
        reportIds.forEach(
                id -> find(id).flatMap(Report::caseStanding).ifPresent(standing -> seqs.put(id, standing.seq())));
        return seqs;
    }
}
