package io.wangge.intake.topic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 双十: one of a year's two published lists. Proposed by count, decided by people. */
public record TenList(int year, Kind kind, List<Item> items, String decidedBy, Instant decidedAt) {
    public static final int MOST = 10;

    public enum Kind {
        /** 群众最关心的十件事. */
        CLOSEST,
        /** 作风建设十个问题. */
        CONDUCT
    }

    /** @param people when it was decided */
    public record Item(
            String title,
            @Nullable String topicId,
            int people,
            @Nullable String projectId) {}

    public TenList {
        items = List.copyOf(items);
    }
}
