package io.wangge.kit.directory;

import com.mongodb.MongoException;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.kit.consume.EventHandler;
import io.wangge.kit.directory.DirectoryStore.ActiveVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy fed by the directory's topic and kept in MongoDB. One replica of a service stores what comes; every replica looks
 * every second which versions are active and loads them, so that all switch within a second. A kind switches when its
 * activation and all its items are there, in whatever order they came; a half copy is never shown.
 */
public final class MongoDirectoryCopy implements DirectoryCopy, EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MongoDirectoryCopy.class);

    private final DirectoryStore store;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Map<DirectoryKind, ActiveVersion> loadedVersions = new EnumMap<>(DirectoryKind.class);
    private final Map<DirectoryKind, List<Item>> loadedItems = new EnumMap<>(DirectoryKind.class);
    private volatile @Nullable Directory directory;

    MongoDirectoryCopy(DirectoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Directory> ifReady() {
        return Optional.ofNullable(directory);
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        Map<DirectoryKind, ActiveVersion> active = store.active();
        List<Unappliable> strange = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Set<DirectoryKind> touched = EnumSet.noneOf(DirectoryKind.class);
        for (Envelope<Event> envelope : events) {
            if (!(envelope.body() instanceof DirectoryEvent event)) {
                strange.add(new Unappliable(envelope, "no event of the directory"));
            } else if (isNewer(event, active)) {
                touched.add(event.kind());
                switch (event) {
                    case Item item -> items.add(item);
                    case Activated activated -> store.putActivation(activated);
                }
            }
        }
        store.put(items);
        touched.forEach(store::switchIfWhole);
        refresh();
        return strange;
    }

    /** What is older than the active version comes again after a reset of offsets; it is of no use. */
    private static boolean isNewer(DirectoryEvent event, Map<DirectoryKind, ActiveVersion> active) {
        ActiveVersion present = active.get(event.kind());
        return present == null || event.version() > present.version();
    }

    /** Loads what has become active since; called often, and cheap when nothing has. */
    void refresh() {
        refreshing.lock();
        try {
            Map<DirectoryKind, ActiveVersion> active = store.active();
            boolean changed = false;
            for (Map.Entry<DirectoryKind, ActiveVersion> entry : active.entrySet()) {
                changed |= load(entry.getKey(), entry.getValue());
            }
            if (changed && loadedItems.size() == DirectoryKind.values().length) {
                directory = Directory.of(
                        loadedItems.values().stream().flatMap(List::stream).toList());
                LOG.info("Directory is at {}", loadedVersions);
            }
        } finally {
            refreshing.unlock();
        }
    }

    private boolean load(DirectoryKind kind, ActiveVersion version) {
        if (version.equals(loadedVersions.get(kind))) {
            return false;
        }
        List<Item> items = store.items(kind, version.version());
        if (items.size() != version.count()) {
            return false; // replaced by a newer one while it was read: the next look finds that
        }
        loadedItems.put(kind, items);
        loadedVersions.put(kind, version);
        return true;
    }

    /** As {@link #refresh}, for the clock: a store that is away leaves the copy as it is. */
    void refreshQuietly() {
        try {
            refresh();
        } catch (MongoException e) {
            LOG.debug("The directory was not looked up: {}", e.toString());
        }
    }
}
