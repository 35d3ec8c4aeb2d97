package io.wangge.intake.desk;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.intake.place.Territory;
import io.wangge.intake.topic.Grouping;
import io.wangge.intake.topic.Mark;
import io.wangge.intake.topic.Marks;
import io.wangge.intake.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what people say into topics. Reads each day's reports once by their numbers; of today's those that are new, and
 * all of them again now and then. Only buckets in which something was said are counted anew. Said twice, or in any order,
 * it comes out the same.
 */
public final class CountTopics {
    private static final int WRITTEN_AT_ONCE = 500;
    private static final int BUCKETS = 10_000;

    /** For numbers that were given late by another replica, and cases that were given another category meanwhile. */
    private static final Duration WHOLE_DAY_AGAIN = Duration.ofHours(1);

    private final Marks marks;
    private final Topics topics;
    private final Supplier<Optional<Directory>> directory;
    private final Function<String, Set<String>> searchTerms;
    private final Grouping grouping;
    private final Settings settings;
    private final InstantSource clock;
    private final ZoneId zone;
    private @Nullable Taken taken;

    /** How far this replica has read that day. @param wholeAt when it began to read all of it */
    private record Taken(
            LocalDate day, Instant wholeAt, @Nullable String lastNumber) {}

    /** @param months how far back is counted @param every how often, at most by one replica */
    public record Settings(int months, int leastPeople, Duration every) {}

    public CountTopics(
            Marks marks,
            Topics topics,
            Supplier<Optional<Directory>> directory,
            Function<String, Set<String>> searchTerms,
            Settings settings,
            InstantSource clock,
            ZoneId zone) {
        this.marks = marks;
        this.topics = topics;
        this.directory = directory;
        this.searchTerms = searchTerms;
        this.grouping = new Grouping(settings.leastPeople());
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    /** What was said since the last time. @return whether it was this replica's turn */
    public boolean keepUp() {
        Optional<Directory> now = directory.get();
        Instant moment = clock.instant();
        if (now.isEmpty() || !marks.claim(moment, moment.plus(settings.every()))) {
            return false;
        }
        count(now.get(), moment);
        return true;
    }

    /** Everything anew, from the reports. */
    public void rebuild() {
        Instant moment = clock.instant();
        directory.get().ifPresent(now -> {
            marks.forgetAll();
            countAnew(now, moment);
        });
    }

    private synchronized void countAnew(Directory now, Instant moment) {
        taken = null;
        count(now, moment);
    }

    private synchronized void count(Directory now, Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        LocalDate earliest =
                YearMonth.from(today).minusMonths(settings.months() - 1L).atDay(1);
        LocalDate from = marks.takenThrough().map(day -> day.plusDays(1)).orElse(earliest);
        for (LocalDate day = from.isBefore(earliest) ? earliest : from; !day.isAfter(today); day = day.plusDays(1)) {
            take(day, now, moment);
            // Yesterday's may still be on their way over midnight.
            if (day.isBefore(today.minusDays(1))) {
                marks.takenThrough(day);
            }
        }
        Instant since = earliest.atStartOfDay(zone).toInstant();
        marks.changed(BUCKETS).forEach(changed -> {
            topics.replace(changed.bucket(), counted(changed.bucket(), since, now));
            marks.counted(changed);
        });
    }

    private void take(LocalDate day, Directory now, Instant moment) {
        Taken goesOn = goingOn(day, moment);
        String after = goesOn == null ? null : goesOn.lastNumber();
        List<Mark> kept = new ArrayList<>();
        String last = marks.saidOn(day, after, said -> {
            kept.add(mark(said, now));
            if (kept.size() == WRITTEN_AT_ONCE) {
                marks.keep(kept);
                kept.clear();
            }
        });
        marks.keep(kept);
        taken = new Taken(day, goesOn == null ? moment : goesOn.wholeAt(), last == null ? after : last);
    }

    /** What was read of that day, as long as it need not be read from its beginning again. */
    private @Nullable Taken goingOn(LocalDate day, Instant moment) {
        Taken before = taken;
        return before != null
                        && before.day().equals(day)
                        && moment.isBefore(before.wholeAt().plus(WHOLE_DAY_AGAIN))
                ? before
                : null;
    }

    private Mark mark(Marks.Said said, Directory now) {
        return new Mark(
                said.id(),
                said.reportId(),
                new Mark.Bucket(placeOf(said.gridCode(), now), said.category()),
                said.at(),
                YearMonth.from(said.at().atZone(zone)),
                said.personId(),
                searchTerms.apply(said.text()));
    }

    /** The unit above the grid, where neighbours share their worries; the top for what lies in none. */
    private static String placeOf(@Nullable String gridCode, Directory now) {
        List<String> path = Territory.pathOf(gridCode, now);
        return path.get(Math.max(0, path.size() - 2));
    }

    private List<Topics.Placed> counted(Mark.Bucket bucket, Instant since, Directory now) {
        List<String> path = now.unit(bucket.unitId())
                .map(UnitItem::path)
                .orElseGet(() -> now.top().path());
        Optional<CategoryItem> category = now.category(bucket.category());
        Set<String> saidByAll = category.map(item -> searchTerms.apply(item.classZh() + " " + item.subclassZh()))
                .orElseGet(Set::of);
        boolean conduct =
                category.map(item -> item.itemKind().equals("CONDUCT")).orElse(false);
        return grouping.of(bucket, marks.of(bucket, since, Grouping.MOST_MARKS), saidByAll).stream()
                .map(topic -> new Topics.Placed(topic, path, conduct))
                .toList();
    }
}
