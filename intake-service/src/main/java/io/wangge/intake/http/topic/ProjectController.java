package io.wangge.intake.http.topic;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.Refused;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.intake.desk.PublicProjects;
import io.wangge.intake.desk.PublicProjects.Outcome;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.topic.Project;
import io.wangge.intake.topic.TenList;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 为民服务项目清单 and 双十. What is published names units and dates, nobody of the staff and no resident. */
@RestController
class ProjectController {
    private static final int SHOWN = 200;
    private static final int TITLE = 100;
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
        return answer(done(projects.decide(
                caller,
                new PublicProjects.Plan(
                        uuid(form.id()),
                        text("title", form.title(), TITLE),
                        form.description() == null ? null : text("description", form.description(), TEXT),
                        orNothing("topicId", form.topicId()),
                        text("ownerUnitId", form.ownerUnitId(), TITLE),
                        date(form.deadline())))));
    }

    @Operation(summary = "How far a project is, by its owner's staff / 项目进展")
    @PostMapping("/api/v1/projects/{id}/progress")
    ProjectAnswer advance(@PathVariable String id, @RequestBody StepForm form, Caller caller) {
        Integer percent = form.percent();
        if (percent == null || percent < 0 || percent > 100) {
            throw Faults.problem(List.of(new FieldFault("percent", "out-of-range", Map.of("min", 0, "max", 100))));
        }
        return answer(done(projects.advance(
                caller, id.toLowerCase(Locale.ROOT), uuid(form.id()), percent, text("text", form.text(), TEXT))));
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
                        text("trackingNumber", form.trackingNumber(), TITLE),
                        oneOf("grade", form.grade(), Grade.values()))
                .ifPresent(refused -> {
                    throw new ProblemException(404, refused);
                });
        return ResponseEntity.noContent().build();
    }

    record ListForm(@Nullable List<@Nullable ItemForm> items) {}

    record ItemForm(
            @Nullable String title,
            @Nullable String topicId,
            @Nullable String projectId) {}

    /** @param items in their order, each with the people that its topic counted when it was decided */
    record ListAnswer(int year, TenList.Kind list, List<TenList.Item> items, Instant decidedAt) {
        static ListAnswer of(TenList list) {
            return new ListAnswer(list.year(), list.kind(), list.items(), list.decidedAt());
        }
    }

    @Operation(summary = "Decides and publishes one of the year's two lists of ten, by LEADER of the top unit / 双十")
    @PutMapping("/api/v1/lists-of-ten/{year}/{list}")
    ListAnswer decideList(
            @PathVariable int year, @PathVariable String list, @RequestBody ListForm form, Caller caller) {
        List<@Nullable ItemForm> items = form.items() == null ? List.of() : form.items();
        if (items.isEmpty()) {
            throw Faults.problem(List.of(FieldFault.of("items", "required")));
        }
        if (items.size() > TenList.MOST) {
            throw Faults.problem(List.of(new FieldFault("items", "too-many", Map.of("max", TenList.MOST))));
        }
        return ListAnswer.of(done(projects.decideList(
                caller,
                year(year),
                oneOf("list", list, TenList.Kind.values()),
                items.stream()
                        .map(item -> new TenList.Item(
                                text("items.title", item == null ? null : item.title(), TITLE),
                                item == null ? null : orNothing("items.topicId", item.topicId()),
                                0,
                                item == null ? null : orNothing("items.projectId", item.projectId())))
                        .toList())));
    }

    record ListsAnswer(List<ListAnswer> items) {}

    @Operation(summary = "The year's two lists of ten, for everybody / 双十")
    @GetMapping("/api/v1/published/lists-of-ten/{year}")
    ListsAnswer lists(@PathVariable int year) {
        return new ListsAnswer(Arrays.stream(TenList.Kind.values())
                .flatMap(kind -> projects.list(year(year), kind).stream())
                .map(ListAnswer::of)
                .toList());
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

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T now) -> now;
            case Outcome.No<T>(Refused refused) -> throw Faults.refused(refused);
        };
    }

    private static int year(int year) {
        if (year < 2000 || year > 2100) {
            throw Faults.problem(List.of(new FieldFault("year", "out-of-range", Map.of("min", 2000, "max", 2100))));
        }
        return year;
    }

    private static String text(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw Faults.problem(List.of(FieldFault.of(field, "required")));
        }
        if (value.codePointCount(0, value.length()) > most) {
            throw Faults.problem(List.of(new FieldFault(field, "too-long", Map.of("max", most))));
        }
        // Half a character has no UTF-8, and no store takes it.
        if (value.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            throw Faults.problem(List.of(FieldFault.of(field, "not-well-formed")));
        }
        return value.strip();
    }

    private static @Nullable String orNothing(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : text(field, value, TITLE);
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

    private static <E extends Enum<E>> E oneOf(String field, @Nullable String value, E[] values) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(value == null ? "" : value.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> Faults.unknownValue(
                        field,
                        String.join(", ", Arrays.stream(values).map(Enum::name).toList())));
    }
}
