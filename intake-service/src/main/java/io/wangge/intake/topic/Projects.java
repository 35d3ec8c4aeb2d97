package io.wangge.intake.topic;

import io.wangge.contracts.callback.Grade;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public projects, and the lists of ten. */
public interface Projects {
    Optional<Project> find(String id);

    /** @return false when the id is taken */
    boolean add(Project project);

    /** @return false when a step of that id is there, or the list is full */
    boolean addStep(String projectId, Project.Step step);

    /** The latest first. */
    List<Project> latest(int atMost);

    /** One voice for each number; the last word holds. */
    void rate(String projectId, String trackingNumber, Grade grade);

    Map<Grade, Integer> ratings(String projectId);

    void publish(TenList list);

    Optional<TenList> list(int year, TenList.Kind kind);
}
