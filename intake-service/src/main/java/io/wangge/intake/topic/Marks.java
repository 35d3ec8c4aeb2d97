package io.wangge.intake.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was said, day by day, and by bucket. */
public interface Marks {
    /**
     * Of a report, or of one who follows it, as it stands.
     *
     * @param category under which its case is handled, else as it was reported
     */
    record Said(
            String id,
            String reportId,
            @Nullable String gridCode,
            String category,
            String personId,
            String text,
            Instant at) {}

    /**
     * What somebody with a name to intake said on that day.
     *
     * @param after tracking number from which on; null for the whole day
     * @return the highest tracking number of those; null when there were none
     */
    @Nullable
    String saidOn(LocalDate day, @Nullable String after, Consumer<Said> each);

    /** Again is the same; what has moved to another bucket leaves the old one. */
    void keep(Collection<Mark> marks);

    /** The latest first. */
    List<Mark> of(Mark.Bucket bucket, Instant since, int atMost);

    /** A bucket that marks were kept in since it was last counted. @param times how often that was */
    record Changed(Mark.Bucket bucket, long times) {}

    List<Changed> changed(int atMost);

    /** It was, as of then; what was kept in it meanwhile leaves it changed. */
    void counted(Changed changed);

    /** Every mark is to be made anew. */
    void forgetAll();

    /** The last day that was taken whole. */
    Optional<LocalDate> takenThrough();

    void takenThrough(LocalDate day);

    /** One replica at a time, for so long. */
    boolean claim(Instant now, Instant until);
}
