package io.wangge.contracts.directory;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The organisation and its reference data as of one moment: an immutable whole, replaced as a whole. */
public final class Directory {
    private final Ladder ladder;
    private final Map<String, UnitItem> units;
    private final Map<String, List<UnitItem>> children;
    private final Map<String, GridItem> gridsByCode;
    private final Map<String, StaffItem> staff;
    private final Map<String, CategoryItem> categories;
    private final Map<DirectoryKind, Long> versions;

    private Directory(
            Ladder ladder,
            Map<String, UnitItem> units,
            Map<String, GridItem> gridsByCode,
            Map<String, StaffItem> staff,
            Map<String, CategoryItem> categories,
            Map<DirectoryKind, Long> versions) {
        this.ladder = ladder;
        this.units = units;
        this.children = units.values().stream()
                .filter(unit -> unit.parentId() != null)
                .collect(Collectors.groupingBy(unit -> String.valueOf(unit.parentId())));
        this.gridsByCode = gridsByCode;
        this.staff = staff;
        this.categories = categories;
        this.versions = versions;
    }

    /**
     * @param items the items of the active version of each kind
     * @throws IllegalArgumentException when there is no ladder among them
     */
    public static Directory of(Collection<? extends Item> items) {
        Map<DirectoryKind, Long> versions = new EnumMap<>(DirectoryKind.class);
        items.forEach(item -> versions.put(item.kind(), item.version()));
        Ladder ladder = items.stream()
                .filter(LadderItem.class::isInstance)
                .map(item -> ((LadderItem) item).ladder())
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("A directory needs a ladder"));
        return new Directory(
                ladder,
                index(items, UnitItem.class, UnitItem::id),
                index(items, GridItem.class, GridItem::code),
                index(items, StaffItem.class, StaffItem::id),
                index(items, CategoryItem.class, CategoryItem::id),
                Map.copyOf(versions));
    }

    private static <T extends Item> Map<String, T> index(
            Collection<? extends Item> items, Class<T> type, Function<T, String> key) {
        Map<String, T> byKey = new HashMap<>();
        items.stream().filter(type::isInstance).map(type::cast).forEach(item -> byKey.put(key.apply(item), item));
        return Map.copyOf(byKey);
    }

    public Ladder ladder() {
        return ladder;
    }

    /** 0 for a kind without any item. */
    public long version(DirectoryKind kind) {
        return versions.getOrDefault(kind, 0L);
    }

    public Optional<UnitItem> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    public Collection<UnitItem> units() {
        return units.values();
    }

    /** Units and departments directly below. */
    public List<UnitItem> childrenOf(String unitId) {
        return children.getOrDefault(unitId, List.of());
    }

    /** The one unit without a parent. */
    public UnitItem top() {
        return units.values().stream()
                .filter(unit -> unit.parentId() == null)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("The directory has no top unit"));
    }

    /** @param code as people write it; the grid's unit has the id {@code GridItem.id} */
    public Optional<GridItem> grid(String code) {
        return Optional.ofNullable(gridsByCode.get(code));
    }

    public Collection<GridItem> grids() {
        return gridsByCode.values();
    }

    public Optional<Caller> caller(String staffId) {
        return Optional.ofNullable(staff.get(staffId)).map(item -> new Caller(item.id(), item.name(), item.grants()));
    }

    public Collection<StaffItem> staff() {
        return staff.values();
    }

    /** Known categories, retired ones too. */
    public Optional<CategoryItem> category(String id) {
        return Optional.ofNullable(categories.get(id));
    }

    public Collection<CategoryItem> categories() {
        return categories.values();
    }
}
