package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.place.Territory;
import io.wangge.intake.topic.Project;
import io.wangge.intake.topic.Project.Step;
import io.wangge.intake.topic.Projects;
import io.wangge.intake.topic.TenList;
import io.wangge.intake.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 为民服务项目清单 and 双十: proposed by count, decided by leaders, carried out in public. */
public final class PublicProjects {
    private static final List<Role> WORKERS =
            List.of(Role.LEADER, Role.HANDLER, Role.COMMUNITY_CLERK, Role.DISPATCHER, Role.GRID_HEAD);
    private final Projects projects;
    private final Topics topics;
    private final GuestReports reports;
    private final Supplier<Directory> directory;
    private final InstantSource clock;

    public PublicProjects(
            Projects projects,
            Topics topics,
            GuestReports reports,
            Supplier<Directory> directory,
            InstantSource clock) {
        this.projects = projects;
        this.topics = topics;
        this.reports = reports;
        this.directory = directory;
        this.clock = clock;
    }

    /** What a decision came to: the thing as it stands, or why not. */
    public sealed interface Outcome<T> {
        record Done<T>(T now) implements Outcome<T> {}

        record No<T>(Refused refused) implements Outcome<T> {}
    }

    /** @param topicId null for a project without one */
    public record Plan(
            String id,
            String title,
            @Nullable String description,
            @Nullable String topicId,
            String ownerUnitId,
            LocalDate deadline) {}

    /** By a leader of the unit that will own it, or of one above. Again is the same. */
    public Outcome<Project> decide(Caller caller, Plan plan) {
        Optional<UnitItem> owner = directory.get().unit(plan.ownerUnitId());
        if (owner.isEmpty()) {
            return no("no-such-unit");
        }
        if (!caller.covers(Role.LEADER, owner.get().path())) {
            return no("not-allowed");
        }
        Optional<Topics.Placed> topic = plan.topicId() == null ? Optional.empty() : topics.find(plan.topicId());
        if (plan.topicId() != null && topic.isEmpty()) {
            return no("no-such-topic");
        }
        Project project = new Project(
                plan.id(),
                plan.title(),
                plan.description(),
                plan.topicId(),
                topic.map(placed -> placed.topic().bucket().unitId()).orElse(null),
                topic.map(placed -> placed.topic().people()).orElse(0),
                plan.ownerUnitId(),
                plan.deadline(),
                caller.staffId(),
                now(),
                List.of());
        if (projects.add(project)) {
            return new Outcome.Done<>(project);
        }
        return projects.find(plan.id())
                .filter(earlier -> earlier.decidedBy().equals(caller.staffId())
                        && earlier.title().equals(plan.title())
                        && earlier.ownerUnitId().equals(plan.ownerUnitId())
                        && earlier.deadline().equals(plan.deadline()))
                .<Outcome<Project>>map(Outcome.Done::new)
                .orElseGet(() -> no("same-id-other-content"));
    }

    /** By those who work for the owner. A project that is done takes no more steps. */
    public Outcome<Project> advance(Caller caller, String projectId, String stepId, int percent, String text) {
        Optional<Project> found = projects.find(projectId);
        if (found.isEmpty()) {
            return no("not-found");
        }
        Project project = found.get();
        List<String> path = directory
                .get()
                .unit(project.ownerUnitId())
                .map(UnitItem::path)
                .orElseGet(() -> directory.get().top().path());
        if (WORKERS.stream().noneMatch(role -> caller.covers(role, path))) {
            return no("not-allowed");
        }
        if (project.progress().stream().anyMatch(step -> step.id().equals(stepId))) {
            return new Outcome.Done<>(project);
        }
        if (project.done()) {
            return no("project-done");
        }
        projects.addStep(projectId, new Step(stepId, percent, text, caller.staffId(), now()));
        return projects.find(projectId).<Outcome<Project>>map(Outcome.Done::new).orElseGet(() -> no("not-found"));
    }

    /** By whoever said something of that place: his tracking number is his voice, one each. */
    public Optional<Refused> rate(String projectId, String trackingNumber, Grade grade) {
        Optional<Project> project = projects.find(projectId);
        if (project.isEmpty()) {
            return Optional.of(Refused.of("not-found"));
        }
        boolean neighbour = reports.byTrackingNumber(trackingNumber)
                .map(report -> Territory.pathOf(report.received().gridCode(), directory.get()))
                .map(path -> project.get().topicUnitId() == null
                        ? path.contains(project.get().ownerUnitId())
                        : path.contains(project.get().topicUnitId()))
                .orElse(false);
        if (!neighbour) {
            return Optional.of(Refused.of("rating-not-yours"));
        }
        projects.rate(projectId, trackingNumber, grade);
        return Optional.empty();
    }

    /** 双十, decided by a leader of the top unit; again replaces it. */
    public Outcome<TenList> decideList(Caller caller, int year, TenList.Kind kind, List<TenList.Item> items) {
        if (!caller.covers(Role.LEADER, directory.get().top().path())) {
            return no("not-allowed");
        }
        List<TenList.Item> counted = new ArrayList<>();
        for (TenList.Item item : items) {
            Optional<Topics.Placed> topic = item.topicId() == null ? Optional.empty() : topics.find(item.topicId());
            if (item.topicId() != null && topic.isEmpty()) {
                return no("no-such-topic");
            }
            counted.add(new TenList.Item(
                    item.title(),
                    item.topicId(),
                    topic.map(placed -> placed.topic().people()).orElse(0),
                    item.projectId()));
        }
        TenList list = new TenList(year, kind, counted, caller.staffId(), now());
        projects.publish(list);
        return new Outcome.Done<>(list);
    }

    public List<Project> latest(int atMost) {
        return projects.latest(atMost);
    }

    public Map<Grade, Integer> ratings(String projectId) {
        return projects.ratings(projectId);
    }

    public Optional<TenList> list(int year, TenList.Kind kind) {
        return projects.list(year, kind);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static <T> Outcome<T> no(String code) {
        return new Outcome.No<>(Refused.of(code));
    }
}
