package io.wangge.intake.http.topic;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.intake.desk.PublicProjects;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.topic.Project;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 为民服务项目清单. What is published names units and dates, nobody of the staff and no resident. */
@RestController
class ProjectController {
    private static final int SHOWN = 200;
    private static final int TEXT = 2000;
    private final PublicProjects projects;
    private final DirectoryCopy directory;

    ProjectController(PublicProjects projects, DirectoryCopy directory) {
        this.projects = projects;
        this.directory = directory;
    }

    record PlanForm(
            @Nullable String id,
            @Nullable String title,
            @Nullable String description,
            @Nullable String topicId,
            @Nullable String ownerUnitId,
            @Nullable String deadline) {}

    record StepForm(
            @Nullable String id,
            @Nullable Integer percent,
            @Nullable String text) {}

    record StepAnswer(int percent, String text, Instant at) {}

    /** @param ratings grade → how many */
    record ProjectAnswer(
            String id,
            String title,
            @Nullable String description,
            @Nullable String topicId,
            int peopleAtStart,
            String ownerUnitId,
            @Nullable String ownerZh,
            LocalDate deadline,
            Instant decidedAt,
            int percent,
            boolean done,
            List<StepAnswer> progress,
            Map<Grade, Integer> ratings) {}

    record ProjectsAnswer(List<ProjectAnswer> items) {}

    @Operation(summary = "A topic, or a decision, becomes a public project, by LEADER / 列入项目清单")
    @PostMapping("/api/v1/projects")
    ProjectAnswer decide(@RequestBody PlanForm form, Caller caller) {
        return answer(ProjectFields.done(projects.decide(
                caller,
                new PublicProjects.Plan(
                        uuid(form.id()),
                        ProjectFields.text("title", form.title(), ProjectFields.TITLE),
                        form.description() == null ? null : ProjectFields.text("description", form.description(), TEXT),
                        ProjectFields.orNothing("topicId", form.topicId()),
                        ProjectFields.text("ownerUnitId", form.ownerUnitId(), ProjectFields.TITLE),
                        date(form.deadline())))));
    }

    @Operation(summary = "How far a project is, by its owner's staff / 项目进展")
    @PostMapping("/api/v1/projects/{id}/progress")
    ProjectAnswer advance(@PathVariable String id, @RequestBody StepForm form, Caller caller) {
        Integer percent = form.percent();
        if (percent == null || percent < 0 || percent > 100) {
            throw Faults.problem(List.of(new FieldFault("percent", "out-of-range", Map.of("min", 0, "max", 100))));
        }
        return answer(ProjectFields.done(projects.advance(
                caller,
                id.toLowerCase(Locale.ROOT),
                uuid(form.id()),
                percent,
                ProjectFields.text("text", form.text(), TEXT))));
    }

    @Operation(summary = "The list of public projects, for everybody / 为民服务项目清单")
    @GetMapping("/api/v1/published/projects")
    ProjectsAnswer published() {
        return new ProjectsAnswer(
                projects.latest(SHOWN).stream().map(this::answer).toList());
    }

    record RatingForm(
            @Nullable String trackingNumber, @Nullable String grade) {}

    @Operation(summary = "Rates a project, by the tracking number of a report from there / 评价项目")
    @PostMapping("/api/v1/published/projects/{id}/ratings")
    ResponseEntity<Void> rate(@PathVariable String id, @RequestBody RatingForm form) {
        projects.rate(
                        id.toLowerCase(Locale.ROOT),
                        ProjectFields.text("trackingNumber", form.trackingNumber(), ProjectFields.TITLE),
                        ProjectFields.oneOf("grade", form.grade(), Grade.values()))
                .ifPresent(refused -> {
                    throw new ProblemException(404, refused);
                });
        return ResponseEntity.noContent().build();
    }

    private ProjectAnswer answer(Project project) {
        Directory now = directory.current();
        return new ProjectAnswer(
                project.id(),
                project.title(),
                project.description(),
                project.topicId(),
                project.peopleAtStart(),
                project.ownerUnitId(),
                now.unit(project.ownerUnitId()).map(UnitItem::nameZh).orElse(null),
                project.deadline(),
                project.decidedAt(),
                project.percent(),
                project.done(),
                project.progress().stream()
                        .map(step -> new StepAnswer(step.percent(), step.text(), step.at()))
                        .toList(),
                projects.ratings(project.id()));
    }

    private static String uuid(@Nullable String value) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(value, "").strip())
                    .toString();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("id", "not-a-uuid");
        }
    }

    private static LocalDate date(@Nullable String value) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(value, ""));
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("deadline", "not-a-day");
        }
    }
}
