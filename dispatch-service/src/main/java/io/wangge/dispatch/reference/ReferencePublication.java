package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.DirectoryKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the other services. A crash at any moment leaves an edition unpublished, and the next round sends the very same
 * events again; copies switch on the activation, which is sent only when the broker has every item.
 */
public final class ReferencePublication {
    private final ReferenceLibrary library;
    private final DirectoryTopic topic;
    private final InstantSource clock;

    public ReferencePublication(ReferenceLibrary library, DirectoryTopic topic, InstantSource clock) {
        this.library = library;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Publishes what has not been yet.
     *
     * @return the editions that were sent
     */
    public List<Edition> publishPending() {
        List<Edition> sent = new ArrayList<>();
        for (Edition edition : library.unpublished()) {
            Optional<DirectoryKind> kind = edition.kind().published();
            if (kind.isPresent()) {
                topic.send(edition.itemAnnouncements());
                topic.send(List.of(edition.activation(kind.get())));
                library.markPublished(edition, clock.instant());
                sent.add(edition);
            }
        }
        return sent;
    }
}
