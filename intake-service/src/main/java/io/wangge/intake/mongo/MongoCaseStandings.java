package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.kit.store.SeqWaiters;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The standing of a case on the document of its report. It is no command of the report's stream: the stream's version
 * stays, and the write has its own guard, the seq of the case.
 */
public final class MongoCaseStandings implements CaseStandings {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> reports;
    private final SeqWaiters waiters;

    /** @param waiters those who wait for a report's case */
    public MongoCaseStandings(MongoDatabase database, SeqWaiters waiters) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
        this.waiters = waiters;
    }

    @Override
    public Set<String> keep(Map<String, CaseStanding> news) {
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        news.forEach((id, standing) -> writes.add(write(id, standing)));
        int matched = reports.bulkWrite(writes, UNORDERED).getMatchedCount();
        news.forEach((id, standing) -> waiters.reached(id, standing.seq()));
        return matched == news.size() ? Set.of() : unknown(news.keySet());
    }

    /** Matches a report without a standing too. */
    private static UpdateOneModel<Document> write(String id, CaseStanding standing) {
        Bson guard =
                Filters.and(Filters.eq("_id", id), Filters.not(Filters.gte(ReportMapper.CASE_SEQ, standing.seq())));
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set(ReportMapper.CASE_SEQ, standing.seq()),
                Updates.set(inCase(ReportMapper.CASE_NUMBER), standing.caseNumber()),
                Updates.set(inCase(ReportMapper.CASE_STATE), standing.state().name()),
                Updates.set(inCase(ReportMapper.CASE_UPDATED_AT), Date.from(standing.updatedAt()))));
        changes.add(Updates.currentDate(ReportMapper.CHANGED_AT));
        changes.add(Updates.set(inCase(ReportMapper.CASE_REACH), standing.reach()));
        if (standing.category() != null) {
            changes.add(Updates.set(inCase(ReportMapper.CATEGORY), standing.category()));
        }
        if (standing.holderId() != null) {
            changes.add(Updates.set(inCase(ReportMapper.HOLDER), standing.holderId()));
        }
        if (standing.closeReason() != null) {
            changes.add(Updates.set(
                    inCase(ReportMapper.CLOSE_REASON), standing.closeReason().name()));
        } else if (standing.state() != CaseState.CLOSED) {
            changes.add(Updates.unset(inCase(ReportMapper.CLOSE_REASON)));
        }
        if (standing.state() != CaseState.CLOSED) {
            // Opened again: whoever asked for it has been answered.
            changes.add(Updates.unset(MongoGuestReports.REOPENING_OPEN));
        }
        if (standing.reply() != null) {
            changes.add(Updates.set(inCase(ReportMapper.REPLY), ReportMapper.reply(standing.reply())));
        }
        if (standing.dueAt() != null) {
            changes.add(Updates.set(inCase(ReportMapper.DUE_AT), Date.from(standing.dueAt())));
        }
        if (standing.carriedBy() != null) {
            changes.add(Updates.set(inCase(ReportMapper.CARRIED_BY), standing.carriedBy()));
        } else if (standing.state() != CaseState.MERGED) {
            changes.add(Updates.unset(inCase(ReportMapper.CARRIED_BY)));
        }
        if (CallRound.NONE.equals(standing.round())) {
            changes.add(Updates.unset(inCase(ReportMapper.ROUND)));
        } else if (standing.round() != null) {
            changes.add(Updates.set(inCase(ReportMapper.ROUND), ReportMapper.round(standing.round())));
        }
        return new UpdateOneModel<>(guard, Updates.combine(changes));
    }

    private static String inCase(String field) {
        return ReportMapper.CASE + "." + field;
    }

    private Set<String> unknown(Set<String> ids) {
        Set<String> unknown = new HashSet<>(ids);
        reports.find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .forEach(document -> unknown.remove(document.getString("_id")));
        return unknown;
    }

    @Override
    public Map<String, Long> seqsOf(Set<String> reportIds) {
        Map<String, Long> seqs = new HashMap<>();
        reports.find(Filters.and(Filters.in("_id", reportIds), Filters.exists(ReportMapper.CASE_SEQ)))
                .projection(Projections.include(ReportMapper.CASE_SEQ))
                .forEach(document -> seqs.put(document.getString("_id"), document.getLong(ReportMapper.CASE_SEQ)));
        return seqs;
    }
}
