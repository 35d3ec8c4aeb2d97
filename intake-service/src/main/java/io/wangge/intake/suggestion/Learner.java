package io.wangge.intake.suggestion;

import java.util.List;
import java.util.Map;

/** Learns how much each word speaks for each category. */
@FunctionalInterface
public interface Learner {
    /** @param weights word → weight for each of the categories */
    record Learnt(List<String> categories, Map<String, float[]> weights) {}

    Learnt learn(List<Example> examples);
}
