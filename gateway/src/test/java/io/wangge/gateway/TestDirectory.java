package io.wangge.gateway;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A directory that a test changes under the gateway's eyes. */
final class TestDirectory implements DirectoryCopy {
    static final List<String> NAMES = List.of(
            "grid-worker-1",
            "handler-1",
            "handler-2",
            "handler-3",
            "handler-4",
            "handler-5",
            "handler-6",
            "handler-7",
            "handler-8",
            "handler-9",
            "handler-10",
            "handler-11",
            "admin-1",
            "auditor-1",
            "leader-1",
            "leader-2");

    private final AtomicReference<Directory> directory = new AtomicReference<>(withStaff(NAMES, 1));

    @Override
    public Optional<Directory> ifReady() {
        return Optional.of(directory.get());
    }

    void dismiss(String username) {
        directory.set(
                withStaff(NAMES.stream().filter(name -> !name.equals(username)).toList(), 2));
    }

    void reinstateAll() {
        directory.set(withStaff(NAMES, 3));
    }

    static Directory withStaff(List<String> names, long version) {
        List<Item> items = new ArrayList<>();
        items.add(
                new LadderItem("ladder", version, new Ladder(List.of(new Level("STREET", "街道", "Street")), Map.of())));
        items.add(new UnitItem(
                "990100001",
                version,
                "望江街道",
                "Wangjiang Street",
                "STREET",
                null,
                null,
                "990100001",
                List.of("990100001")));
        names.forEach(name -> items.add(new StaffItem(
                "staff-" + name, version, "员工 " + name, List.of(new Grant(roleOf(name), List.of("990100001"))))));
        return Directory.of(items);
    }

    private static Role roleOf(String name) {
        if (name.startsWith("admin")) {
            return Role.ADMIN;
        }
        return name.startsWith("leader") ? Role.LEADER : Role.HANDLER;
    }
}
