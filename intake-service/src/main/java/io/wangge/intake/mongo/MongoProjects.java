package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.callback.Grade;
import io.wangge.intake.mongo.ReportMapper.Fields;
import io.wangge.intake.topic.Project;
import io.wangge.intake.topic.Project.Step;
import io.wangge.intake.topic.Projects;
import io.wangge.intake.topic.TenList;
import io.wangge.kit.store.Inserts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The collections {@code projects}, {@code project_ratings} and {@code lists_of_ten}. */
public final class MongoProjects implements Projects {
    static final String COLLECTION = "projects";
    static final String RATINGS = "project_ratings";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private final MongoCollection<Document> projects;
    private final MongoCollection<Document> ratings;
    private final MongoCollection<Document> lists;

    public MongoProjects(MongoDatabase database) {
        this.projects = database.getCollection(COLLECTION);
        this.ratings = database.getCollection(RATINGS);
        this.lists = database.getCollection("lists_of_ten");
    }

    @Override
    public Optional<Project> find(String id) {
        return Optional.ofNullable(projects.find(Filters.eq("_id", id)).first()).map(MongoProjects::project);
    }

    @Override
    public boolean add(Project project) {
        return Inserts.first(
                projects,
                new Fields()
                        .put("_id", project.id())
                        .put("title", project.title())
                        .put("description", project.description())
                        .put("topicId", project.topicId())
                        .put("topicUnitId", project.topicUnitId())
                        .put("peopleAtStart", project.peopleAtStart())
                        .put("ownerUnitId", project.ownerUnitId())
                        .put("deadline", project.deadline().toString())
                        .put("decidedBy", project.decidedBy())
                        .put("decidedAt", Date.from(project.decidedAt()))
                        .put("progress", List.of())
                        .document);
    }

    @Override
    public boolean addStep(String projectId, Step step) {
        return projects.updateOne(
                                Filters.and(
                                        Filters.eq("_id", projectId),
                                        Filters.ne("progress.id", step.id()),
                                        Filters.exists("progress." + (Project.MOST_STEPS - 1), false)),
                                Updates.push(
                                        "progress",
                                        new Document("id", step.id())
                                                .append("percent", step.percent())
                                                .append("text", step.text())
                                                .append("by", step.by())
                                                .append("at", Date.from(step.at()))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public List<Project> latest(int atMost) {
        return projects.find()
                .sort(Sorts.descending("decidedAt"))
                .limit(atMost)
                .map(MongoProjects::project)
                .into(new ArrayList<>());
    }

    private static Project project(Document document) {
        return new Project(
                document.getString("_id"),
                document.getString("title"),
                document.getString("description"),
                document.getString("topicId"),
                document.getString("topicUnitId"),
                document.getInteger("peopleAtStart"),
                document.getString("ownerUnitId"),
                LocalDate.parse(document.getString("deadline")),
                document.getString("decidedBy"),
                document.getDate("decidedAt").toInstant(),
                document.getList("progress", Document.class).stream()
                        .map(step -> new Step(
                                step.getString("id"),
                                step.getInteger("percent"),
                                step.getString("text"),
                                step.getString("by"),
                                step.getDate("at").toInstant()))
                        .toList());
    }

    @Override
    public void rate(String projectId, String trackingNumber, Grade grade) {
        String id = projectId + "/" + trackingNumber;
        ratings.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id).append("project", projectId).append("grade", grade.name()),
                UPSERT);
    }

    @Override
    public Map<Grade, Integer> ratings(String projectId) {
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        ratings.aggregate(List.of(
                        Aggregates.match(Filters.eq("project", projectId)),
                        Aggregates.group("$grade", Accumulators.sum("n", 1))))
                .forEach(group -> counts.put(Grade.valueOf(group.getString("_id")), group.getInteger("n")));
        return counts;
    }

    @Override
    public void publish(TenList list) {
        String id = list.year() + "/" + list.kind();
        lists.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("decidedBy", list.decidedBy())
                        .append("decidedAt", Date.from(list.decidedAt()))
                        .append(
                                "items",
                                list.items().stream()
                                        .map(item -> new Fields()
                                                .put("title", item.title())
                                                .put("topicId", item.topicId())
                                                .put("people", item.people())
                                                .put("projectId", item.projectId())
                                                .document)
                                        .toList()),
                UPSERT);
    }

    @Override
    public Optional<TenList> list(int year, TenList.Kind kind) {
        return Optional.ofNullable(
                        lists.find(Filters.eq("_id", year + "/" + kind)).first())
                .map(document -> new TenList(
                        year,
                        kind,
                        document.getList("items", Document.class).stream()
                                .map(item -> new TenList.Item(
                                        item.getString("title"),
                                        item.getString("topicId"),
                                        item.getInteger("people"),
                                        item.getString("projectId")))
                                .toList(),
                        document.getString("decidedBy"),
                        document.getDate("decidedAt").toInstant()));
    }
}
