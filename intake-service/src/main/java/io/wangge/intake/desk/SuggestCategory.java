package io.wangge.intake.desk;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.intake.suggestion.History;
import io.wangge.intake.suggestion.Model;
import io.wangge.intake.suggestion.Model.Suggestion;
import io.wangge.intake.suggestion.Models;
import io.wangge.intake.suggestion.Training;
import io.wangge.intake.suggestion.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Proposes categories for a text. Learns anew on schedule, and when the category table has changed; decides nothing. */
public final class SuggestCategory {
    private static final int SHOWN = 5;
    private final Models models;
    private final Training training;
    private final History history;
    private final Words words;
    private final Supplier<Optional<Directory>> directory;
    private final Settings settings;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Model> known = new AtomicReference<>();

    /**
     * @param retrainAfter age at which a model is replaced
     * @param lookedAt latest reports that are learnt from, at most
     * @param atLeast confidence below which nothing is proposed, 0 to 1
     */
    public record Settings(Duration retrainAfter, int lookedAt, double atLeast) {}

    public SuggestCategory(
            Models models,
            Training training,
            History history,
            Words words,
            Supplier<Optional<Directory>> directory,
            Settings settings,
            InstantSource clock) {
        this.models = models;
        this.training = training;
        this.history = history;
        this.words = words;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    public Optional<Model> model() {
        return Optional.ofNullable(known.get());
    }

    /** Categories in use that the text may be of, the likeliest first; empty while nothing was learnt. */
    public List<Suggestion> to(String text) {
        Model model = known.get();
        Optional<Directory> now = directory.get();
        if (model == null || now.isEmpty()) {
            return List.of();
        }
        return model.suggest(words.of(text), SHOWN).stream()
                .filter(suggestion -> suggestion.confidence() >= settings.atLeast())
                .filter(suggestion -> inUse(now.get(), suggestion.category()))
                .toList();
    }

    /** As {@link #to}, the ids alone. */
    public List<String> likely(String text) {
        return to(text).stream().limit(3).map(Suggestion::category).toList();
    }

    private static boolean inUse(Directory directory, String category) {
        return directory.category(category).filter(item -> !item.retired()).isPresent();
    }

    /** Takes over what another replica has learnt, and learns when it is time. Two that learn at once keep one model. */
    public void keepUp() {
        Optional<Directory> now = directory.get();
        if (now.isEmpty()) {
            return;
        }
        long latest = models.latestVersion();
        Model model = known.get();
        if (model == null || model.version() < latest) {
            model = models.latest().orElse(null);
            known.set(model);
        }
        long table = now.get().version(DirectoryKind.CATEGORY);
        Instant moment = clock.instant();
        if (model == null
                || model.tableVersion() != table
                || !moment.isBefore(model.trainedAt().plus(settings.retrainAfter()))) {
            learn(latest + 1, moment, table, List.copyOf(now.get().categories()));
        }
    }

    private void learn(long version, Instant now, long table, List<CategoryItem> categories) {
        Model learnt = training.train(version, now, table, categories, history.latest(settings.lookedAt()));
        if (models.add(learnt)) {
            known.set(learnt);
        }
    }
}
