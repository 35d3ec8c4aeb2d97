package io.wangge.intake.alike;

import java.util.List;
import java.util.Optional;

/** Those who follow a report. */
public interface Followers {
    /** As many as are counted. */
    int COUNTED = 1000;

    Optional<Follower> find(String id);

    /** @return false when the id or the number is taken */
    boolean add(Follower follower);

    /** Of one report, the first ones first. */
    List<Follower> of(String reportId, int atMost);

    /** Up to {@link #COUNTED}. */
    int count(String reportId);
}
