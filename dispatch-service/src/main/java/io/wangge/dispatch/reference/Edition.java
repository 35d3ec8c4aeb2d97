package io.wangge.dispatch.reference;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.DirectoryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of one kind.
 *
 * @param version from 1, one more with every change of content
 * @param firstSeq number of its first event in the stream {@code directory/KIND}; fixed with the version, so that
 *     publishing it again gives the very same events
 * @param activatedAt to the millisecond, never earlier than the version before
 */
public record Edition(long version, long firstSeq, Instant activatedAt, Content content) {

    public ReferenceKind kind() {
        return content.kind();
    }

    /** The items with this version in them; none for a kind that stays in this service. */
    public List<Item> items() {
        return content instanceof Content.Items body
                ? body.items().stream().map(item -> stamped(item, version)).toList()
                : List.of();
    }

    /** How many numbers of the stream it takes: its items and the activation. */
    public long events() {
        return content instanceof Content.Items body ? body.items().size() + 1L : 0;
    }

    /** Each item as an event. */
    List<Announcement> itemAnnouncements() {
        List<Announcement> all = new ArrayList<>();
        for (Item item : items()) {
            String key = item.kind() + "/" + item.id() + "/" + version;
            all.add(new Announcement(key, envelope(item, firstSeq + all.size())));
        }
        return all;
    }

    /** What switches the copies; only after every item. */
    Announcement activation(DirectoryKind kind) {
        List<Item> items = items();
        return new Announcement(
                "ACTIVATION/" + kind, envelope(new Activated(kind, version, items.size()), firstSeq + items.size()));
    }

    private Envelope<DirectoryEvent> envelope(DirectoryEvent body, long seq) {
        return new Envelope<>(Streams.directory(body.kind().name()), seq, activatedAt, null, body);
    }

    private static Item stamped(Item item, long version) {
        return switch (item) {
            case LadderItem it -> new LadderItem(it.id(), version, it.ladder());
            case UnitItem it ->
                new UnitItem(
                        it.id(),
                        version,
                        it.nameZh(),
                        it.nameEn(),
                        it.level(),
                        it.departmentKind(),
                        it.parentId(),
                        it.code(),
                        it.path());
            case GridItem it -> new GridItem(it.id(), version, it.code(), it.rings());
            case StaffItem it -> new StaffItem(it.id(), version, it.name(), it.grants());
            case CategoryItem it ->
                new CategoryItem(
                        it.id(),
                        version,
                        it.itemKind(),
                        it.classZh(),
                        it.subclassZh(),
                        it.classEn(),
                        it.subclassEn(),
                        it.scale(),
                        it.usualLevel(),
                        it.leadKind(),
                        it.acceptance(),
                        it.handling(),
                        it.confirmFirst(),
                        it.fieldCheck(),
                        it.mediationFirst(),
                        it.filingCondition(),
                        it.closingCondition(),
                        it.retired(),
                        it.mayNotLeave(),
                        it.effortWaived(),
                        it.rewardedCriticism());
        };
    }
}
