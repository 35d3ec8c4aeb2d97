package io.wangge.ledger.http;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.kit.directory.DirectoryCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory in which a test gives and takes roles. The last item of an id counts. */
public final class ChangingDirectory implements DirectoryCopy {
    private final List<Item> items;
    private volatile Directory now;

    ChangingDirectory(List<Item> items) {
        this.items = new ArrayList<>(items);
        this.now = Directory.of(items);
    }

    public synchronized void change(Item item) {
        items.add(item);
        now = Directory.of(items);
    }

    @Override
    public Optional<Directory> ifReady() {
        return Optional.of(now);
    }
}
