package io.wangge.intake.http.topic;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.desk.CountTopics;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.http.report.ReportAnswer;
import io.wangge.intake.topic.Topic;
import io.wangge.intake.topic.Topics;
import io.wangge.intake.topic.Topics.Placed;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 议题, within the caller's scope. */
@RestController
class TopicController {
    private static final Logger LOG = LoggerFactory.getLogger(TopicController.class);
    private static final int MOST = 100;
    private final Topics topics;
    private final CountTopics count;
    private final ReadReports reading;
    private final DirectoryCopy directory;

    TopicController(Topics topics, CountTopics count, ReadReports reading, DirectoryCopy directory) {
        this.topics = topics;
        this.count = count;
        this.reading = reading;
        this.directory = directory;
    }

    record Answer(List<Item> items) {}

    /** @param people distinct persons who said something then */
    record Month(String month, int people) {}

    /**
     * @param word that they share; empty for those who share none
     * @param people distinct persons @param reports beside them
     */
    record Item(
            String id,
            String unitId,
            @Nullable String unitZh,
            String category,
            @Nullable String subclassZh,
            boolean conduct,
            String word,
            List<String> words,
            int people,
            int reports,
            List<Month> months,
            Instant firstAt,
            Instant lastAt) {
        static Item of(Placed placed, Directory now) {
            Topic topic = placed.topic();
            return new Item(
                    topic.id(),
                    topic.bucket().unitId(),
                    now.unit(topic.bucket().unitId()).map(UnitItem::nameZh).orElse(null),
                    topic.bucket().category(),
                    now.category(topic.bucket().category())
                            .map(category -> category.subclassZh())
                            .orElse(null),
                    placed.conduct(),
                    topic.word(),
                    topic.words(),
                    topic.people(),
                    topic.reports(),
                    topic.months().entrySet().stream()
                            .map(month -> new Month(month.getKey().toString(), month.getValue()))
                            .toList(),
                    topic.firstAt(),
                    topic.lastAt());
        }
    }

    /** @param unitId a unit within the caller's scope; all of it without one */
    @Operation(summary = "What many people say, those of most people first / 议题")
    @GetMapping("/api/v1/topics")
    Answer topics(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Boolean conduct,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        Directory now = directory.current();
        Set<String> units = caller.units();
        if (unitId != null) {
            units = now.unit(unitId)
                    .filter(unit -> caller.coversAny(unit.path()))
                    .map(unit -> Set.of(unit.id()))
                    .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        }
        return new Answer(topics.of(units, conduct, Math.clamp(limit, 1, MOST)).stream()
                .map(placed -> Item.of(placed, now))
                .toList());
    }

    @Operation(summary = "One topic / 议题")
    @GetMapping("/api/v1/topics/{id}")
    Item topic(@PathVariable String id, Caller caller) {
        return Item.of(visible(id, caller), directory.current());
    }

    /** Numbers within the texts are masked. */
    @Operation(summary = "The latest reports of a topic that the caller may read, at most 50 / 议题的上报")
    @GetMapping("/api/v1/topics/{id}/reports")
    ReportsAnswer reports(@PathVariable String id, Caller caller) {
        return new ReportsAnswer(visible(id, caller).topic().reportIds().stream()
                .flatMap(report -> reading.find(caller, report, Duration.ZERO).stream())
                .map(report -> ReportAnswer.listed(report, reading.knowsReporter(caller, report)))
                .toList());
    }

    record ReportsAnswer(List<ReportAnswer> items) {}

    private Placed visible(String id, Caller caller) {
        return topics.find(id)
                .filter(placed -> caller.coversAny(placed.path()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** 202; the topics change while it goes on. */
    @Operation(summary = "Counts all topics anew from the reports, for ADMIN / 重算议题")
    @PostMapping("/api/v1/topics/rebuild")
    ResponseEntity<Void> rebuild(Caller caller) {
        if (!caller.has(Role.ADMIN)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        Thread.ofVirtual().name("topic-rebuild").start(() -> {
            try {
                count.rebuild();
            } catch (RuntimeException e) {
                LOG.error("The topics could not be counted anew", e);
            }
        });
        return ResponseEntity.accepted().build();
    }
}
