package io.wangge.ledger.bulletin;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.bulletin.Table.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What things are called, as of the making. */
final class Names {
    static final Words TOTAL = new Words("合计", "Total");

    private Names() {}

    static Words unit(@Nullable String id, Directory directory) {
        return id == null
                ? new Words("—", "—")
                : directory
                        .unit(id)
                        .map(unit -> new Words(unit.nameZh(), unit.nameEn()))
                        .orElse(new Words(id, id));
    }

    static Words last(List<String> path, Directory directory) {
        return unit(path.isEmpty() ? null : path.getLast(), directory);
    }

    static Words category(@Nullable String code, Directory directory) {
        return code == null || code.equals("-")
                ? new Words("未定类别", "No category yet")
                : directory
                        .category(code)
                        .map(known -> new Words(known.subclassZh(), known.subclassEn()))
                        .orElse(new Words(code, code));
    }

    static Words level(String code, Directory directory) {
        return directory.ladder().levels().stream()
                .filter(level -> level.code().equals(code))
                .map(level -> new Words(level.nameZh(), level.nameEn()))
                .findAny()
                .orElse(new Words(code, code));
    }

    /** Departments are shown where they had something to do, pieces of the city always. */
    static boolean territorial(String unitId, Directory directory) {
        return directory.unit(unitId).map(UnitItem::territorial).orElse(false);
    }
}
