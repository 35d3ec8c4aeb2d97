package io.wangge.intake.suggestion;

import java.util.List;

/** The deployment's own past. */
public interface History {
    /** A closed case: what the report said, and what category people closed it under. */
    record Settled(String category, String text) {}

    /** The latest first; looks at the latest {@code lookedAt} reports and no more. */
    List<Settled> latest(int lookedAt);
}
